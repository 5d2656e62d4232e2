const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Shortens a text to so many signs as a reader counts them: an emoji of several characters and a
 * letter with its accents are one, and are never cut in two.
 */
export function shorten(text: string, most: number): string {
  // No text has more graphemes than units of UTF-16.
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

/** The beginning of a text: so many units of UTF-16 at most, and no sign of it cut in two. */
export function beginning(text: string, units: number): string {
  return text.slice(0, graphemes.segment(text).containing(units)?.index)
}
