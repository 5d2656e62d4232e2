import { expect, test } from 'vitest'
import { fillIn } from './fill-in.ts'

test('fills in every placeholder, as text', () => {
  expect(fillIn('<b>URL/a</b> URL', { URL: 'http://x/<i>&$&' })).toBe(
    '<b>http://x/&lt;i>&amp;$&amp;/a</b> http://x/&lt;i>&amp;$&amp;',
  )
})
