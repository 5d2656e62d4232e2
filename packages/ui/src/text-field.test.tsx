import { expect, test } from 'vitest'
import { markup } from './markup.ts'
import { TextField } from './text-field.tsx'

test('names its field, and says what belongs into it', () => {
  const html = markup(<TextField name="city" label="City" hint="As its people write it" />)
  const [, id] = /<label for="([^"]+)">City<\/label>/.exec(html) ?? []
  expect(html).toContain(`<input id="${id}"`)
  expect(html).toContain(`aria-describedby="${id}-hint"`)
  expect(html).toContain(`<p id="${id}-hint">As its people write it</p>`)
})

test('does not show a secret, and does not have the browser keep it', () => {
  const html = markup(<TextField name="token" label="Token" secret required />)
  expect(html).toContain('type="password" required="" autoComplete="off"')
})
