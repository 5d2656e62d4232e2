import { expect, test } from 'vitest'
import { toDrawableText } from './drawable-text.ts'

test.each([
  ['Rockets, “built” with care – and 100 % safe', 'Rockets, “built” with care – and 100 % safe'],
  ['Fusées über Łódź, ракеты, tên lửa', 'Fusées über Łódź, ракеты, tên lửa'],
  ['  two\n\nlines ', 'two lines'],
  ['cafe\u0301', 'café'],
  ['🚀 Rockets 👩‍🚀 for 🇨🇭 and 1️⃣', 'Rockets for and'],
  ['on\0 one\u200b line', 'on one line'],
  ['Acme™ © 2026', 'Acme™ © 2026'],
])('keeps what the font can draw of "%s"', (text, drawable) => {
  expect(toDrawableText(text)).toBe(drawable)
})

test.each([
  ['a right-to-left script', 'צילום מסך של rocket'],
  ['a direction override', 'safe \u202egpj.exe'],
  ['a script that the font lacks', '火箭 rocket'],
  ['combining marks without a composed character', 'a\u0335 rocket'],
  ['emoji alone', '🚀🚀'],
  ['nothing', ''],
])('leaves out a text with %s', (_, text) => {
  expect(toDrawableText(text)).toBeUndefined()
})

test.each(['👩‍🚀', '🇨🇭', 'a\u0301', ' '])('shortens 100,000 × "%s"', (character) => {
  expect(toDrawableText(character.repeat(100_000))?.length ?? 0).toBeLessThanOrEqual(400)
})
