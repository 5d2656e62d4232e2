import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { TextField } from './text-field.tsx'

test('labels its field and describes it with the hint', () => {
  const html = renderMarkup(<TextField name="city" label="City" hint="In the local language" />)
  const [, id] = /<label for="([^"]+)">City<\/label>/.exec(html) ?? []
  expect(html).toMatch(new RegExp(`<input[^>]* id="${id}"`))
  expect(html).toContain(`aria-describedby="${id}-hint"`)
  expect(html).toContain(`<p id="${id}-hint">In the local language</p>`)
})

test('masks a secret and turns off autocompletion', () => {
  const html = renderMarkup(<TextField name="token" label="Token" secret required />)
  expect(html).toMatch(/<input type="password" [^>]*required="" autoComplete="off"/)
})

test('has a height for several lines', () => {
  const html = renderMarkup(
    <TextField name="headers" label="Headers" value={'a: 1\nb: 2'} rows={3} />,
  )
  expect(html).toMatch(/<textarea rows="3" id="[^"]+" name="headers"/)
  expect(html).toContain('>a: 1\nb: 2</textarea>')
})

test('describes an error before the hint, and has the focus', () => {
  const html = renderMarkup(<TextField name="token" label="Token" hint="Of GitHub" error="Wrong" />)
  const [, id] = /<label for="([^"]+)">/.exec(html) ?? []
  expect(html).toContain(
    `aria-invalid="true" aria-describedby="${id}-error ${id}-hint" autofocus=""`,
  )
  expect(html).toContain(`<p id="${id}-error">`)
  expect(html).not.toContain('value=')
})
