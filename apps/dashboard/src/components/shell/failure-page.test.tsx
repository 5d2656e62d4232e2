import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FailurePage } from './failure-page.tsx'

test('an unreadable response is not reported as an outage', () => {
  const html = renderToStaticMarkup(<FailurePage failure={{ kind: 'malformed', status: 503 }} />)
  expect(html).toContain('Unreadable response from GitHub')
  expect(html).toContain('GitHub sent data that this site could not read. Try again in a moment.')
  expect(html).not.toContain('isn’t responding')
})

test('a viewer reads that their own quota is used, and a visitor that the site’s is', () => {
  const failure = { kind: 'rate-limited', status: 503, until: '2026-06-01T12:00:00Z' } as const
  const viewers = renderToStaticMarkup(<FailurePage failure={{ ...failure, isViewers: true }} />)
  expect(viewers).toContain('Your GitHub account has used its hourly quota.')
  expect(viewers).not.toContain('sign in')
  const visitors = renderToStaticMarkup(<FailurePage failure={failure} />)
  expect(visitors).toContain('This site has used its hourly GitHub quota.')
})

test('statistics that GitHub is still computing are not reported as an outage', () => {
  const html = renderToStaticMarkup(<FailurePage failure={{ kind: 'computing', status: 503 }} />)
  expect(html).toContain('GitHub is computing this data')
  expect(html).toContain('Try again in a moment.')
  expect(html).not.toContain('isn’t responding')
})
