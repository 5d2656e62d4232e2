import { expect, test } from 'vitest'
import { CheckedFilter } from './checked-filter.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('says at a field why its value was not accepted', () => {
  const html = renderMarkup(
    <CheckedFilter name="owner" label="Owner" value="a b" error="Names have no spaces." />,
  )
  expect(html).toContain('aria-label="Owner" aria-invalid="true" aria-describedby="_R_0_"')
  expect(html).toContain('<span id="_R_0_">Names have no spaces.</span>')
})

test.each([
  [{ error: undefined }, false],
  [{ error: undefined, isFocused: true }, true],
  [{ error: 'Names have no spaces.' }, true],
])('with %j, whether the field takes the focus is %s', (props, isFocused) => {
  const html = renderMarkup(<CheckedFilter name="owner" label="Owner" {...props} />)
  expect(html.includes('autofocus="" data-autofocus="true"')).toBe(isFocused)
})

test('is a text filter if its value was accepted', () => {
  const html = renderMarkup(<CheckedFilter name="owner" label="Owner" error={undefined} />)
  expect(html).not.toContain('aria-')
})
