import { expect, test } from 'vitest'
import { settingsFrom } from './settings.ts'

test('has a default for everything, and takes an empty value for none', () => {
  const usual = { port: 4001, basePath: '', elsewhere: 'http://127.0.0.2:9' }

  expect(settingsFrom({})).toEqual(usual)
  expect(settingsFrom({ PORT: '', BASE_PATH: '', REDIRECT_ELSEWHERE_PORT: '' })).toEqual(usual)
})

test('reads every variable', () => {
  const environment = { PORT: '0', BASE_PATH: '/api/v3', REDIRECT_ELSEWHERE_PORT: '4321' }

  expect(settingsFrom(environment)).toEqual({
    port: 0,
    basePath: '/api/v3',
    elsewhere: 'http://127.0.0.2:4321',
  })
})

test.each([
  [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, not "abc"'],
  [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, not "65536"'],
  [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not "-1"'],
  [{ BASE_PATH: 'api' }, 'BASE_PATH must be a path such as /api/v3, not "api"'],
  [{ BASE_PATH: '/api/' }, 'BASE_PATH must be a path such as /api/v3, not "/api/"'],
  [
    { REDIRECT_ELSEWHERE_PORT: '9.5' },
    'REDIRECT_ELSEWHERE_PORT must be a whole number from 0 to 65535, not "9.5"',
  ],
])('refuses %o by name and value', (environment, message) => {
  expect(() => settingsFrom(environment)).toThrow(message)
})
