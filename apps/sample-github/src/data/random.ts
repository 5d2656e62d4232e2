export type NonEmpty<T> = readonly [T, ...T[]]

/** FNV-1a: the same text has the same number on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/**
 * A number in [0, 1) that depends only on its arguments.
 * Without a random stream to advance, item 4,000 is as cheap as item 1.
 */
export function draw(seed: number, subject: string, index = 0): number {
  let value = (seed ^ hash(subject)) + Math.imul(index + 1, 0x9e3779b1)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32
}

/** A whole number from `low` to `high`, both inclusive. */
export function between(low: number, high: number, fraction: number): number {
  return low + Math.floor(fraction * (high - low + 1))
}

export function pick<T>(items: NonEmpty<T>, fraction: number): T {
  return items[Math.floor(fraction * items.length)] ?? items[0]
}

/** A git object name: forty hexadecimal digits. */
export function shaOf(seed: number, subject: string, index = 0): string {
  let sha = ''
  for (let part = 0; part < 5; part++) {
    const word = Math.floor(draw(seed, `${subject}${part}`, index) * 2 ** 32)
    sha += word.toString(16).padStart(8, '0')
  }
  return sha
}
