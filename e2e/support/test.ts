import { test as base, expect, type Page } from '@playwright/test'
import { type SampleGitHub, sampleGitHub } from './sample-github.ts'
import { securityHeaders } from './security-headers.ts'
import { devUrl } from './servers.ts'

type Fixtures = {
  /** The control API of the sample GitHub. A request that it does not support fails the test. */
  upstream: SampleGitHub
  /** Errors that a test expects in the browser; any other error fails it. */
  expectedErrors: RegExp[]
}

/**
 * Playwright's `test`. It fails on an error in the browser, on a violation of the Content Security
 * Policy, and on a document of the application without a security header.
 */
export const test = base.extend<Fixtures>({
  upstream: [
    async ({ request }, use) => {
      const upstream = sampleGitHub(request)
      await use(upstream)
      expect(await upstream.unknown(), 'requests that the sample GitHub does not support').toEqual(
        [],
      )
    },
    { auto: true },
  ],
  expectedErrors: [[], { option: true }],
  context: async ({ context }, use) => {
    const offsetMs = Number(process.env.CLOCK_OFFSET_MS ?? 0)
    if (offsetMs !== 0) await context.addInitScript(shiftClock, offsetMs)
    await use(context)
  },
  page: async ({ page, expectedErrors, baseURL }, use) => {
    const errors = recordErrors(page)
    const missing = recordMissingHeaders(page, baseURL ?? '')
    await use(page)
    const violations = errors.filter((error) => error.includes('Content Security Policy'))
    expect(violations, 'violations of the Content Security Policy').toEqual([])
    expect(missing, 'documents without a security header').toEqual([])
    const unexpected = errors.filter(
      (error) =>
        // Chromium logs every 404 and 503 like this; the tests assert the statuses themselves.
        !error.startsWith('Failed to load resource') &&
        !expectedErrors.some((expected) => expected.test(error)),
    )
    expect(unexpected, 'errors in the browser').toEqual([])
  },
})

export { expect }

/** Gives the browser the same clock as the servers, see `scripts/shift-clock.mjs`. */
function shiftClock(offsetMs: number): void {
  const RealDate = Date
  const now = () => RealDate.now() + offsetMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  })
}

function recordErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

/** Lists each document of the application that comes without a security header. */
function recordMissingHeaders(page: Page, baseURL: string): string[] {
  const missing: string[] = []
  page.on('response', (response) => {
    const isDocument = response.request().resourceType() === 'document'
    if (!isDocument || baseURL === devUrl || !response.url().startsWith(`${baseURL}/`)) return
    const headers = response.headers()
    for (const [name, value] of Object.entries(securityHeaders)) {
      // An image is a document when a browser opens it by itself, and a chart contains its style.
      if (name === 'cross-origin-resource-policy' && headers[name] === 'cross-origin') continue
      if (name === 'content-security-policy' && response.url().includes('/api/charts/')) continue
      if (headers[name] !== value) missing.push(`${response.url()}: ${name}: ${headers[name]}`)
    }
  })
  return missing
}
