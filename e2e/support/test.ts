import { test as base, expect } from '@playwright/test'
import { type SampleGitHub, sampleGitHub } from './sample-github.ts'

type Fixtures = {
  /** What the tests may ask of the sample GitHub, and have it do. */
  upstream: SampleGitHub
  /** Errors that a test expects in the browser; any other fails it. */
  expectedErrors: RegExp[]
  cleanBrowser: undefined
}

/** Playwright's `test`; an error in the browser or a question that the sample GitHub does not know fails it. */
export const test = base.extend<Fixtures>({
  upstream: [
    async ({ request }, use) => {
      const upstream = sampleGitHub(request)
      await use(upstream)
      expect(await upstream.unknown(), 'the sample GitHub knew every question').toEqual([])
    },
    { auto: true },
  ],
  expectedErrors: [[], { option: true }],
  cleanBrowser: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      await use(undefined)
      const unexpected = errors.filter(
        (error) =>
          // Chromium logs every 404 and 503 so; the tests assert the statuses themselves.
          !error.startsWith('Failed to load resource') &&
          !expectedErrors.some((expected) => expected.test(error)),
      )
      expect(unexpected, 'the browser had no errors').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
