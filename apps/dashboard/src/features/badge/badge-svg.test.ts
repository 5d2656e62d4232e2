import { expect, test } from 'vitest'
import { badgeSvg, textWidth } from './badge-svg.ts'

test('draws a label and a message beside each other, with a title for those who cannot see it', () => {
  expect(badgeSvg({ label: 'stars', message: '12.4k', tone: 'info' })).toBe(
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

test('writes nothing of a text as markup', () => {
  const svg = badgeSvg({ label: 'a&b', message: '</text><script>"x"', tone: 'info' })
  expect(svg).toContain('<title>a&amp;b: &lt;/text&gt;&lt;script&gt;&quot;x&quot;</title>')
  expect(svg).toContain('aria-label="a&amp;b: &lt;/text&gt;&lt;script&gt;&quot;x&quot;"')
  expect(svg).toContain('>&lt;/text&gt;&lt;script&gt;&quot;x&quot;</text>')
})

test.each([
  ['a zero byte', 'v1\0'],
  ['half of a pair', 'v1\ud83d'],
  ['a noncharacter', 'v1\uffff'],
  ['a turned direction', 'v\u202e1'],
])('leaves out %s, which would spoil the picture', (_, message) => {
  expect(badgeSvg({ label: 'release', message, tone: 'info' })).toContain('>v1</text>')
})

test('shortens what is long, between two characters', () => {
  const svg = badgeSvg({ label: 'release', message: '👩‍🚀'.repeat(41), tone: 'info' })
  expect(svg).toContain(`<title>release: ${'👩‍🚀'.repeat(39)}…</title>`)
})

test('gives wide scripts more room than Latin ones, and a character of many parts the room of one', () => {
  expect(textWidth('main')).toBe(28)
  expect(textWidth('日本語版')).toBe(48)
  expect(textWidth('👩‍🚀')).toBe(12)
  expect(textWidth('')).toBe(1)
})
