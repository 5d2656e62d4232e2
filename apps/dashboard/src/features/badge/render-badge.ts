import { removeControls } from '@repo/ui/remove-controls'

/** A label and a message, such as `stars` and `12.4k`; the tone is the message's background. */
export type Badge = { label: string; message: string; tone: Tone }

type Tone = 'info' | 'success' | 'attention' | 'danger' | 'neutral'

// White text has a contrast of at least 4.5 on each color (WCAG 1.4.3).
const TONE_COLORS = {
  info: '#0969da',
  success: '#1a7f37',
  attention: '#9a6700',
  danger: '#cf222e',
  neutral: '#656d76',
} as const satisfies Record<Tone, string>

const LABEL_COLOR = '#424a53'
const HEIGHT = 20
const PADDING = 6
const MAX_CHARACTERS = 40
// A character has several code units; to split a long text into characters takes seconds.
const MAX_CODE_UNITS = 20 * MAX_CHARACTERS

/**
 * Renders a badge as a standalone SVG image. Without a font, text widths are estimates; `textLength`
 * fits the browser's font to them.
 */
export function renderBadge(badge: Badge): string {
  const label = truncate(badge.label)
  const message = truncate(badge.message)
  const left = measureText(label) + 2 * PADDING
  const right = measureText(message) + 2 * PADDING
  const width = left + right
  const title = escapeXml(`${label}: ${message}`)

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="corners"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath>`,
    '<g clip-path="url(#corners)">',
    `<rect width="${left}" height="${HEIGHT}" fill="${LABEL_COLOR}"/>`,
    `<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${TONE_COLORS[badge.tone]}"/>`,
    '</g>',
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
    textElement(label, PADDING),
    textElement(message, left + PADDING),
    '</g>',
    '</svg>',
  ].join('')
}

function textElement(text: string, x: number): string {
  return `<text x="${x}" y="14" textLength="${measureText(text)}" lengthAdjust="spacingAndGlyphs">${escapeXml(text)}</text>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
}

function truncate(text: string): string {
  const start = removeControls(text.slice(0, MAX_CODE_UNITS))
  const characters = splitGraphemes(start)
  const isWhole = characters.length <= MAX_CHARACTERS && text.length <= MAX_CODE_UNITS
  return isWhole ? start : `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…`
}

/** Estimates the width of a text in pixels, in Verdana at 11 pixels; rounded up. */
export function measureText(text: string): number {
  const width = splitGraphemes(text).reduce((sum, character) => sum + characterWidth(character), 0)
  return Math.max(Math.ceil(width), 1)
}

// Rough classes are enough: `textLength` stretches or squeezes the text to its estimate.
const widths: readonly [RegExp, number][] = [
  [/^[il|']/, 3.1],
  [/^[.,:;!jtf ]/, 4.2],
  [/^[r()[\]/\\"IJ-]/, 5],
  [/^[csz]/, 5.8],
  [/^[mMW@%]/, 10.5],
  [/^[wDGHNOQU#+=<>~]/, 8.8],
  [/^[A-Z&]/, 7.6],
  [/^[\x21-\x7e]/, 6.9],
  // Full-width scripts and emoji.
  [/^[\p{Ideographic}\p{Extended_Pictographic}\u3000-\u30ff\uac00-\ud7af\uff00-\uff60]/u, 12],
]

function characterWidth(character: string): number {
  return widths.find(([characters]) => characters.test(character))?.[1] ?? 8
}

const segmenter = new Intl.Segmenter('en')

/** Splits a text into what a reader sees as characters. */
function splitGraphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
