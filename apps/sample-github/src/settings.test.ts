import { expect, onTestFinished, test, vi } from 'vitest'
import { settingsFrom } from './settings.ts'

const { now: systemClock, ...defaults } = settingsFrom({})

test('has a default for every setting, and treats an empty value as unset', () => {
  const empty = {
    SAMPLE_GITHUB_PORT: '',
    PORT: '',
    BASE_PATH: '',
    REDIRECT_ELSEWHERE_PORT: '',
    SAMPLE_NOW: '',
    SAMPLE_ANONYMOUS: '',
  }

  expect(defaults).toEqual({
    port: 4001,
    basePath: '',
    redirectOrigin: 'http://127.0.0.2:9',
    isAnonymous: false,
  })
  expect(settingsFrom(empty)).toEqual({ ...defaults, now: systemClock })
  expect(systemClock).toBe(Date.now)
})

test('reads every variable', () => {
  const environment = {
    SAMPLE_GITHUB_PORT: '0',
    BASE_PATH: '/api/v3',
    REDIRECT_ELSEWHERE_PORT: '4321',
    SAMPLE_ANONYMOUS: '1',
  }

  expect(settingsFrom(environment)).toEqual({
    port: 0,
    basePath: '/api/v3',
    redirectOrigin: 'http://127.0.0.2:4321',
    isAnonymous: true,
    now: systemClock,
  })
})

test('reads the port from PORT too, after SAMPLE_GITHUB_PORT', () => {
  expect(settingsFrom({ PORT: '4100' }).port).toBe(4100)
  expect(settingsFrom({ PORT: '4100', SAMPLE_GITHUB_PORT: '4200' }).port).toBe(4200)
})

test('starts the clock at SAMPLE_NOW, and the clock advances with real time', () => {
  vi.useFakeTimers({ now: 0 })
  onTestFinished(() => void vi.useRealTimers())
  const { now } = settingsFrom({ SAMPLE_NOW: '2028-02-29T23:59:00+05:30' })
  const atStart = now()
  vi.advanceTimersByTime(90_000)

  expect(atStart).toBe(Date.UTC(2028, 1, 29, 18, 29))
  expect(now()).toBe(Date.UTC(2028, 1, 29, 18, 30, 30))
})

test.each([
  [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, not "abc"'],
  [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, not "65536"'],
  [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not "-1"'],
  [
    { SAMPLE_GITHUB_PORT: 'abc' },
    'SAMPLE_GITHUB_PORT must be a whole number from 0 to 65535, not "abc"',
  ],
  ...['monday', '2028-02-29', '2028-02-29T12:00', '2026-02-29T12:00Z'].map(
    (value): [Record<string, string>, string] => [
      { SAMPLE_NOW: value },
      `SAMPLE_NOW must be an ISO 8601 date-time with a zone, such as 2028-02-29T12:00:00Z, not "${value}"`,
    ],
  ),
  [{ SAMPLE_ANONYMOUS: 'yes' }, 'SAMPLE_ANONYMOUS must be 1 or 0, not "yes"'],
  [{ BASE_PATH: 'api' }, 'BASE_PATH must be a path such as /api/v3, not "api"'],
  [{ BASE_PATH: '/api/' }, 'BASE_PATH must be a path such as /api/v3, not "/api/"'],
  [
    { REDIRECT_ELSEWHERE_PORT: '9.5' },
    'REDIRECT_ELSEWHERE_PORT must be a whole number from 0 to 65535, not "9.5"',
  ],
])('rejects %o with the name and the value', (environment, message) => {
  expect(() => settingsFrom(environment)).toThrow(message)
})
