import { expect, test, vi } from 'vitest'
import { frameFor } from './frame.ts'

const call = { path: '/', durationMs: 1, cacheStatus: 'miss', sample: false } as const
const siteUrl = 'https://dashboard.test'

test('states where the data comes from once GitHub has responded', () => {
  vi.stubEnv('SITE_URL', siteUrl)
  expect(frameFor([])).toEqual({ source: 'unknown', siteUrl })
  expect(
    frameFor([{ path: '/', status: 404, durationMs: 1, errorKind: 'not-found', sample: false }]),
  ).toEqual({ source: 'unknown', siteUrl })
  expect(frameFor([call])).toEqual({ source: 'live', siteUrl })
  expect(frameFor([call, { ...call, sample: true }])).toEqual({ source: 'sample', siteUrl })
  expect(frameFor([])).toEqual({ source: 'sample', siteUrl })
  // A read that GitHub did not confirm as sample data does not change the label.
  expect(frameFor([call])).toEqual({ source: 'sample', siteUrl })
})
