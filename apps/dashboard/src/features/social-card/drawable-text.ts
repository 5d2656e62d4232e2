// What the font of next/og can draw. For any other character next/og downloads a font or an emoji.
const drawable =
  /^[\x20-\x7e\xa1-\xac\xae-\u0113\u0116-\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u017e\u0400-\u045f\u1ea0-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u20ac\u2122\u2190-\u2193]+$/
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

// GitHub's descriptions have at most 350 characters; a card shows less.
const MAX_CODE_UNITS = 400

const segmenter = new Intl.Segmenter('en')

/**
 * Returns a text as the card can draw it: on a single line, without emoji and invisible characters.
 * Undefined if nothing is left, or if the font lacks a character: half a sentence would be wrong.
 */
export function toDrawableText(text: string): string | undefined {
  const clean = text
    .slice(0, MAX_CODE_UNITS)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u200b\u2060\ufeff]/gu, '')
  const graphemes = Array.from(segmenter.segment(clean), ({ segment }) => segment)
  const kept = graphemes.filter((grapheme) => drawable.test(grapheme) || !emoji.test(grapheme))
  const line = kept.join('').replace(/ +/g, ' ').trim()
  return drawable.test(line) ? line : undefined
}
