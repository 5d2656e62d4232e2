const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Shortens a text to a number of graphemes: an emoji of several code points, or a letter with its
 * accents, counts once and is never cut in two.
 */
export function shorten(text: string, maxGraphemes: number): string {
  // A text never has more graphemes than UTF-16 code units.
  if (text.length <= maxGraphemes) return text
  let shortened = ''
  let count = 0
  for (const { segment } of graphemes.segment(text)) {
    if (count === maxGraphemes) return `${shortened.trimEnd()}…`
    shortened += segment
    count++
  }
  return text
}

/** Returns the start of a text, at most `maxUnits` UTF-16 code units, without cutting a grapheme. */
export function sliceStart(text: string, maxUnits: number): string {
  return text.slice(0, graphemes.segment(text).containing(maxUnits)?.index)
}
