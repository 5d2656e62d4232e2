import { expect, test } from 'vitest'
import { Avatar } from './avatar.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('is a decorative image that reserves its space while it loads', () => {
  const html = renderMarkup(<Avatar src="https://avatars.test/ann" size={28} />)

  expect(html).toContain('src="https://avatars.test/ann"')
  expect(html).toContain('alt=""')
  expect(html).toContain('width="28" height="28" loading="lazy"')
})
