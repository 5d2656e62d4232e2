// V8 on 64 bits: a word for each field, element and double, after a header; texts fill words too.
const WORD_BYTES = 8
const OBJECT_BYTES = 3 * WORD_BYTES
const ARRAY_BYTES = 6 * WORD_BYTES
const TEXT_BYTES = 2 * WORD_BYTES
const DOUBLE_BYTES = 2 * WORD_BYTES
const MAX_SMALL_INTEGER = 2 ** 31

/**
 * Freezes a value of plain objects and arrays, with everything in it, and returns about how many
 * bytes it takes in memory.
 */
export function freeze(value: unknown): number {
  if (typeof value === 'string') return textBytes(value)
  if (typeof value === 'number') return isSmallInteger(value) ? 0 : DOUBLE_BYTES
  if (typeof value !== 'object' || value === null) return 0
  Object.freeze(value)
  const header = Array.isArray(value) ? ARRAY_BYTES : OBJECT_BYTES
  const parts = Object.values(value)
  return parts.reduce((bytes, part) => bytes + WORD_BYTES + freeze(part), header)
}

/** About how many bytes a text takes in memory: two for each character, if any is beyond Latin-1. */
export function textBytes(text: string): number {
  const bytes = Buffer.byteLength(text) === text.length ? text.length : text.length * 2
  return TEXT_BYTES + Math.ceil(bytes / WORD_BYTES) * WORD_BYTES
}

function isSmallInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < MAX_SMALL_INTEGER
}
