const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Shortens a text to a number of graphemes: an emoji of several code points, or a letter with its
 * accents, counts once and is never cut in two.
 */
export function shorten(text: string, most: number): string {
  // A text never has more graphemes than UTF-16 code units.
  if (text.length <= most) return text
  let kept = ''
  let count = 0
  for (const { segment } of graphemes.segment(text)) {
    if (count === most) return `${kept.trimEnd()}…`
    kept += segment
    count++
  }
  return text
}

/** The start of a text, at most so many UTF-16 code units, without cutting a grapheme in two. */
export function beginning(text: string, units: number): string {
  return text.slice(0, graphemes.segment(text).containing(units)?.index)
}
