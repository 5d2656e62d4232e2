import { expect, test } from 'vitest'
import { measureText, renderBadge } from './render-badge.ts'

test('renders a label and a message side by side, with a title for screen readers', () => {
  expect(renderBadge({ label: 'stars', message: '12.4k', tone: 'info' })).toBe(
    [
      '<svg xmlns="http://www.w3.org/2000/svg" width="84" height="20" viewBox="0 0 84 20" role="img" aria-label="stars: 12.4k">',
      '<title>stars: 12.4k</title>',
      '<clipPath id="corners"><rect width="84" height="20" rx="3"/></clipPath>',
      '<g clip-path="url(#corners)">',
      '<rect width="40" height="20" fill="#424a53"/>',
      '<rect x="40" width="44" height="20" fill="#0969da"/>',
      '</g>',
      '<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
      '<text x="6" y="14" textLength="28" lengthAdjust="spacingAndGlyphs">stars</text>',
      '<text x="46" y="14" textLength="32" lengthAdjust="spacingAndGlyphs">12.4k</text>',
      '</g>',
      '</svg>',
    ].join(''),
  )
})

test('escapes text', () => {
  const svg = renderBadge({ label: 'a&b', message: '</text><script>"x"', tone: 'info' })
  expect(svg).toContain('<title>a&amp;b: &lt;/text&gt;&lt;script&gt;&quot;x&quot;</title>')
  expect(svg).toContain('aria-label="a&amp;b: &lt;/text&gt;&lt;script&gt;&quot;x&quot;"')
  expect(svg).toContain('>&lt;/text&gt;&lt;script&gt;&quot;x&quot;</text>')
})

test.each([
  ['a zero byte', 'v1\0'],
  ['half of a surrogate pair', 'v1\ud83d'],
  ['a noncharacter', 'v1\uffff'],
  ['a direction override', 'v\u202e1'],
])('removes %s, which would break the image', (_, message) => {
  expect(renderBadge({ label: 'release', message, tone: 'info' })).toContain('>v1</text>')
})

test('truncates long text between two graphemes', () => {
  const svg = renderBadge({ label: 'release', message: '👩‍🚀'.repeat(41), tone: 'info' })
  expect(svg).toContain(`<title>release: ${'👩‍🚀'.repeat(39)}…</title>`)
})

test('measures full-width scripts wider than Latin, and a combined emoji as one character', () => {
  expect(measureText('main')).toBe(28)
  expect(measureText('日本語版')).toBe(48)
  expect(measureText('👩‍🚀')).toBe(12)
  expect(measureText('')).toBe(1)
})

test.each([
  ['emoji', '👩‍🚀'],
  ['flags', '🇨🇭'],
  ['combining marks', '\u0301'],
])('renders a text of 100,000 %s as a small image', (_, character) => {
  const svg = renderBadge({ label: 'release', message: character.repeat(100_000), tone: 'info' })
  expect(svg).toContain('…</title>')
  expect(svg.length).toBeLessThan(10_000)
})
