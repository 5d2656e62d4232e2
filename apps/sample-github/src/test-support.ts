import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import { createSampleGitHub, type SampleOptions } from './app.ts'
import { type SampleLogin, sampleTokens } from './data/tokens.ts'
import { settingsFrom } from './settings.ts'

const SAMPLE_NOW = process.env.SAMPLE_NOW || '2026-11-18T15:30:00Z'
const start = settingsFrom({ SAMPLE_NOW }).now()

/** The clock of the tests stands still: at `SAMPLE_NOW`, or on a Wednesday afternoon. */
export const now = () => start

/** UTC midnight some days before the tests' today, in milliseconds since 1970. */
export function midnight(daysAgo = 0): number {
  const date = new Date(start)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - daysAgo)
}

/** The date of a day before today: `2026-11-18`. */
export function dateOf(daysAgo = 0): string {
  return new Date(midnight(daysAgo)).toISOString().slice(0, 10)
}

/** GitHub's date format: `2026-11-18T15:30:00Z`. */
export function iso(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

/** 0 for Sunday. */
export const weekday = new Date(start).getUTCDay()

/** The Sunday that begins a week, in milliseconds since 1970; week 0 is the current one. */
export function sunday(weeksAgo = 0): number {
  return midnight(weekday + weeksAgo * 7)
}

export const origin = 'http://localhost'

type RequestOptions = { headers?: Record<string, string>; method?: string; body?: string }

/** Creates a sample GitHub and returns a function that sends it requests without a socket. */
export function sample(options: Partial<SampleOptions> = {}) {
  const app = createSampleGitHub({ now, ...options })
  return async (path: string, { headers = {}, ...init }: RequestOptions = {}): Promise<Response> =>
    app.request(path, { ...init, headers: { 'user-agent': 'vitest', ...headers } })
}

export type SendRequest = ReturnType<typeof sample>

export function as(login: SampleLogin): RequestOptions {
  return { headers: { authorization: `Bearer ${sampleTokens[login]}` } }
}

export async function bodyOf<Body>(response: Response): Promise<Body> {
  return (await response.json()) as Body
}

/** Starts a sample GitHub on a free port, for tests that need a socket, until the test ends. */
export async function startSample(options: Partial<SampleOptions> = {}): Promise<string> {
  const app = createSampleGitHub({ now, ...options })
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

/** The URL that a Link header gives for a relation. */
export function linkTo(response: Response, rel: string): string | undefined {
  const links = response.headers.get('link')?.split(', ') ?? []
  return links.map((link) => new RegExp(`^<(.+)>; rel="${rel}"$`).exec(link)?.[1]).find(Boolean)
}
