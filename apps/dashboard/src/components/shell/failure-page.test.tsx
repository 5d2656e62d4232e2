import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FailurePage } from './failure-page.tsx'

test('a response that cannot be read is not called a missing one', () => {
  const html = renderToStaticMarkup(<FailurePage failure={{ kind: 'malformed', status: 503 }} />)
  expect(html).toContain('Unreadable response from GitHub')
  expect(html).toContain('GitHub sent data that this site could not read. Try again in a moment.')
  expect(html).not.toContain('isn’t responding')
})

test('statistics that GitHub still computes are not called a missing response', () => {
  const html = renderToStaticMarkup(<FailurePage failure={{ kind: 'computing', status: 503 }} />)
  expect(html).toContain('GitHub is computing this data')
  expect(html).toContain('Try again in a moment.')
  expect(html).not.toContain('isn’t responding')
})
