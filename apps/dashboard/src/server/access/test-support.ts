import type { RequestListener } from 'node:http'
import { createSessionCookies, Secret } from '@repo/auth-headers'
import { onTestFinished, vi } from 'vitest'
import { resetGitHub, startServer } from '../test-support.ts'
import { getSessionOptions, type Session } from './session.ts'

const secret = 'a secret of more than thirty-two characters'

/** The environment of a site on https with sign-in by GitHub. */
export const signInEnv = {
  SESSION_SECRET: secret,
  SITE_URL: 'https://dashboard.test',
  GITHUB_CLIENT_ID: 'client',
  GITHUB_CLIENT_SECRET: 'client-secret',
}

/** A session that starts now. */
export function createSession(fields: Partial<Session> = {}): Session {
  return {
    login: 'ann',
    avatarUrl: null,
    token: new Secret('ghu_ann_0123456789'),
    tokenSource: 'github',
    signedInAt: Math.floor(Date.now() / 1000),
    ...fields,
  }
}

/** The Cookie header of a browser with a session. */
export async function createCookieHeader(session: Session): Promise<string> {
  const cookies = await createSessionCookies(session, {
    ...getSessionOptions(),
    secrets: [secret],
    siteUrl: signInEnv.SITE_URL,
  })
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

/**
 * Starts a GitHub at which visitors can sign in, until the test ends; returns the requested paths.
 * The log lines of the test are not printed.
 */
export async function startSignInGitHub(respond: RequestListener) {
  const { url, paths } = await startServer(respond)
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  vi.stubEnv('GITHUB_API_URL', url)
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  resetGitHub()
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    resetGitHub()
  })
  return { paths }
}
