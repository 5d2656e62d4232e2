import { Secret, type Session, sessionCookies } from '@repo/auth-headers'

export const secret = 'a secret of more than thirty-two characters'

/** What a site on https says to its environment, where visitors can sign in by GitHub. */
export const signInEnv = {
  SESSION_SECRET: secret,
  SITE_URL: 'https://dashboard.test',
  GITHUB_CLIENT_ID: 'client',
  GITHUB_CLIENT_SECRET: 'client-secret',
}

/** A session that has just begun. */
export function sessionOf(fields: Partial<Session> = {}): Session {
  return {
    login: 'ann',
    avatarUrl: null,
    token: new Secret('ghu_ann_0123456789'),
    from: 'github',
    signedInAt: Math.floor(Date.now() / 1000),
    ...fields,
  }
}

/** What a browser sends that has a session. */
export async function cookieOf(session: Session): Promise<string> {
  const cookies = await sessionCookies(session, {
    secrets: [secret],
    siteUrl: signInEnv.SITE_URL,
  })
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
