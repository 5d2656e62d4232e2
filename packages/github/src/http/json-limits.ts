// GitHub's own responses have a tenth of these at most, and statistics half of the values.
const MAX_DEPTH = 50
const MAX_ENTRIES = 10_000
const MAX_VALUES = 1_000_000
const MAX_STRING_BYTES = 1_000_000

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPENING = [0x5b, 0x7b]
const CLOSING = [0x5d, 0x7d]

/**
 * Returns what a JSON text in UTF-8 has too much of, if anything; linear in its length. Parsing and
 * validating it can take seconds, although it has few bytes.
 */
export function exceededJsonLimit(bytes: Uint8Array): string | undefined {
  // The number of entries of each open array and object.
  const entryCounts = [0]
  let valueCount = 0
  let index = 0
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0
    if (byte === QUOTE) {
      const end = endOfString(bytes, index)
      if (end - index > MAX_STRING_BYTES) return `a string of more than ${MAX_STRING_BYTES} bytes`
      index = end
    } else if (OPENING.includes(byte)) {
      valueCount++
      if (entryCounts.push(1) > MAX_DEPTH) return `more than ${MAX_DEPTH} levels`
    } else if (CLOSING.includes(byte)) {
      entryCounts.pop()
    } else if (byte === COMMA) {
      valueCount++
      const count = (entryCounts.at(-1) ?? 0) + 1
      if (count > MAX_ENTRIES) return `an array or object with more than ${MAX_ENTRIES} entries`
      entryCounts[entryCounts.length - 1] = count
    }
    if (valueCount > MAX_VALUES) return `more than ${MAX_VALUES} values`
    index++
  }
  return undefined
}

/** The index of the quote that ends the string that begins at an index. */
function endOfString(bytes: Uint8Array, start: number): number {
  let index = start + 1
  while (index < bytes.length && bytes[index] !== QUOTE) {
    index += bytes[index] === BACKSLASH ? 2 : 1
  }
  return index
}
