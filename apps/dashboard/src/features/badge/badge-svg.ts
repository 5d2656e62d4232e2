/** What a badge says: `stars` `12.4k`, on a color that says whether that is good. */
export type Badge = { label: string; message: string; tone: Tone }

type Tone = 'info' | 'success' | 'attention' | 'danger' | 'neutral'

// White text keeps a contrast of 4.5 on each of them (WCAG 1.4.3).
const TONE_COLORS = {
  info: '#0969da',
  success: '#1a7f37',
  attention: '#9a6700',
  danger: '#cf222e',
  neutral: '#656d76',
} as const satisfies Record<Tone, string>

const LABEL_COLOR = '#424a53'
const height = 20
const padding = 6
const mostCharacters = 40

/**
 * Draws a badge as an SVG image of its own. The width of its words is estimated, because no font is
 * at hand; `textLength` makes each browser's font keep to it.
 */
export function badgeSvg(badge: Badge): string {
  const label = shortened(withoutControls(badge.label))
  const message = shortened(withoutControls(badge.message))
  const left = textWidth(label) + 2 * padding
  const right = textWidth(message) + 2 * padding
  const width = left + right
  const title = escaped(`${label}: ${message}`)

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="corners"><rect width="${width}" height="${height}" rx="3"/></clipPath>`,
    '<g clip-path="url(#corners)">',
    `<rect width="${left}" height="${height}" fill="${LABEL_COLOR}"/>`,
    `<rect x="${left}" width="${right}" height="${height}" fill="${TONE_COLORS[badge.tone]}"/>`,
    '</g>',
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
    words(label, padding),
    words(message, left + padding),
    '</g>',
    '</svg>',
  ].join('')
}

function words(text: string, x: number): string {
  return `<text x="${x}" y="14" textLength="${textWidth(text)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`
}

const markup: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => markup[character] ?? '')
}

/** Takes out what XML cannot hold (XML 1.0 §2.2), and what turns the direction of the words around it. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\ufffe\uffff]/gu, '')
}

function shortened(text: string): string {
  const characters = charactersOf(text)
  return characters.length <= mostCharacters
    ? text
    : `${characters.slice(0, mostCharacters - 1).join('')}…`
}

/** Pixels that a text takes in Verdana at 11 pixels, or a little more. */
export function textWidth(text: string): number {
  const width = charactersOf(text).reduce((sum, character) => sum + characterWidth(character), 0)
  return Math.max(Math.ceil(width), 1)
}

// Rough classes are enough: what is a little off is stretched or squeezed by as much.
const widths: readonly [RegExp, number][] = [
  [/^[il|']/, 3.1],
  [/^[.,:;!jtf ]/, 4.2],
  [/^[r()[\]/\\"IJ-]/, 5],
  [/^[csz]/, 5.8],
  [/^[mMW@%]/, 10.5],
  [/^[wDGHNOQU#+=<>~]/, 8.8],
  [/^[A-Z&]/, 7.6],
  [/^[\x21-\x7e]/, 6.9],
  // Scripts that write as wide as high, and pictures.
  [/^[\p{Ideographic}\p{Extended_Pictographic}\u3000-\u30ff\uac00-\ud7af\uff00-\uff60]/u, 12],
]

function characterWidth(character: string): number {
  return widths.find(([characters]) => characters.test(character))?.[1] ?? 8
}

const segmenter = new Intl.Segmenter('en')

/** What a reader takes for one character, whatever it is made of. */
function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
