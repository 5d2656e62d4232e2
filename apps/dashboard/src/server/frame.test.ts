import { expect, test, vi } from 'vitest'
import { frameFor } from './frame.ts'

const siteUrl = 'https://dashboard.test'

test.each([
  ['http://127.0.0.1:4001', 'sample'],
  ['https://api.github.com', 'live'],
])('takes the data source from the configuration: %s', (githubApiUrl, source) => {
  vi.stubEnv('SITE_URL', siteUrl)
  vi.stubEnv('GITHUB_API_URL', githubApiUrl)
  expect(frameFor()).toEqual({ source, siteUrl })
})
