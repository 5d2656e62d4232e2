import type { ServerResponse } from 'node:http'
import { endedSessionCookies } from '@repo/auth-headers'
import { sessionKeys } from './ways.ts'

/** Adds cookies to a response, in place of those that it has of the same names. */
export function setCookies(res: ServerResponse, cookies: readonly string[]): void {
  const names = new Set(cookies.map(nameOf))
  const before = [res.getHeader('Set-Cookie') ?? []].flat().map(String)
  res.setHeader('Set-Cookie', [...before.filter((other) => !names.has(nameOf(other))), ...cookies])
}

/** Takes a session's cookies out of the browser. */
export function endSession(res: ServerResponse): void {
  setCookies(res, endedSessionCookies(sessionKeys().siteUrl))
}

function nameOf(cookie: string): string {
  return cookie.slice(0, cookie.indexOf('='))
}
