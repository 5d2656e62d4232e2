import { expect, test } from 'vitest'
import { Avatar } from './avatar.tsx'
import { markup } from './markup.ts'

test('is a decorative picture that keeps its place while it loads', () => {
  const html = markup(<Avatar src="https://avatars.test/ann" size={28} />)

  expect(html).toContain('src="https://avatars.test/ann"')
  expect(html).toContain('alt=""')
  expect(html).toContain('width="28" height="28" loading="lazy"')
})
