import { expect, test, vi } from 'vitest'
import { frameFor } from './frame.ts'

const call = { path: '/', status: 200, milliseconds: 1, sample: false }
const siteUrl = 'https://dashboard.test'

test('knows where the data comes from once GitHub has answered', () => {
  vi.stubEnv('SITE_URL', siteUrl)
  expect(frameFor([])).toEqual({ source: 'unknown', siteUrl })
  expect(frameFor([{ ...call, status: undefined }])).toEqual({ source: 'unknown', siteUrl })
  expect(frameFor([call])).toEqual({ source: 'live', siteUrl })
  expect(frameFor([call, { ...call, sample: true }])).toEqual({ source: 'sample', siteUrl })
  expect(frameFor([])).toEqual({ source: 'sample', siteUrl })
})
