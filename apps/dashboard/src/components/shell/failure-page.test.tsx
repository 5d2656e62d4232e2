import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FailurePage } from './failure-page.tsx'

test('an unreadable response is not reported as an outage', () => {
  const html = renderToStaticMarkup(<FailurePage failure={{ kind: 'malformed', status: 503 }} />)
  expect(html).toContain('Unreadable response from GitHub')
  expect(html).toContain('GitHub sent data that this site could not read. Try again in a moment.')
  expect(html).not.toContain('isn’t responding')
})

test('statistics that GitHub is still computing are not reported as an outage', () => {
  const html = renderToStaticMarkup(<FailurePage failure={{ kind: 'computing', status: 503 }} />)
  expect(html).toContain('GitHub is computing this data')
  expect(html).toContain('Try again in a moment.')
  expect(html).not.toContain('isn’t responding')
})
