import type { Denied } from '#server/access/authenticate.ts'

type Notice = { tone: 'success' | 'info' | 'warning'; title: string; text: string }

type DeniedReason = NonNullable<Extract<Denied, { state: 'sign-in-required' }>['reason']>

/** What the sign-in page shows for the `error` in its URL. */
export const signInNotices = {
  'signed-out': {
    tone: 'success',
    title: 'Signed out',
    text: 'You’re signed out on this browser.',
  },
  'signed-out-not-revoked': {
    tone: 'warning',
    title: 'Signed out, but the token is still valid',
    text: 'You’re signed out on this browser, but we couldn’t revoke this site’s token. Revoke it in your GitHub settings under Applications.',
  },
  expired: {
    tone: 'info',
    title: 'Session expired',
    text: 'Sessions last eight hours. Please sign in again.',
  },
  invalid: {
    tone: 'info',
    title: 'Please sign in again',
    text: 'Your session is no longer valid.',
  },
  duplicate: {
    tone: 'warning',
    title: 'Session conflict',
    text: 'We received two session cookies and ignored both. Please sign in again.',
  },
  'invalid-token': {
    tone: 'warning',
    title: 'GitHub rejected the token',
    text: 'The token is invalid, expired or revoked.',
  },
  canceled: {
    tone: 'info',
    title: 'Sign-in canceled',
    text: 'You didn’t authorize this app.',
  },
  failed: {
    tone: 'warning',
    title: 'Sign-in failed',
    text: 'Try again. If it keeps failing, contact the site’s administrator.',
  },
  'attempt-expired': {
    tone: 'warning',
    title: 'Sign-in expired',
    text: 'It is older than ten minutes, already used, or from another browser. Please start again.',
  },
  'rate-limited': {
    tone: 'warning',
    title: 'Rate limit reached',
    text: 'GitHub’s rate limit for this token is reached. Nothing was saved. Try again later.',
  },
  'too-many-requests': {
    tone: 'warning',
    title: 'Too many sign-ins',
    text: 'Your network has made too many sign-in attempts in the last hour. Nothing was saved. Try again later.',
  },
  unreadable: {
    tone: 'warning',
    title: 'Unreadable response from GitHub',
    text: 'GitHub sent data that this site could not read. Nothing was saved. Try again in a moment.',
  },
  unreachable: {
    tone: 'warning',
    title: 'GitHub isn’t responding',
    text: 'Nothing was saved. Try again in a moment.',
  },
} as const satisfies Record<DeniedReason, Notice> & Record<string, Notice>

/** What the token field shows for the `error` in the page's URL. */
export const tokenErrors = {
  'malformed-token':
    'This isn’t a GitHub token. Check that you copied all of it, without spaces. Nothing was saved.',
  'rejected-token':
    'GitHub rejected this token: it is invalid, expired or revoked. Nothing was saved.',
  'token-too-long':
    'This token is too long: a session with it doesn’t fit into a cookie. Nothing was saved.',
} as const

export type SignInNotice = keyof typeof signInNotices
export type TokenError = keyof typeof tokenErrors

/** Parses the name of a notice; undefined for any other text. */
export function parseNotice(text: string | undefined): SignInNotice | undefined {
  return hasKey(signInNotices, text) ? text : undefined
}

/** Parses the name of an error of the token field; undefined for any other text. */
export function parseTokenError(text: string | undefined): TokenError | undefined {
  return hasKey(tokenErrors, text) ? text : undefined
}

function hasKey<Key extends string>(
  table: Record<Key, unknown>,
  text: string | undefined,
): text is Key {
  return text !== undefined && Object.hasOwn(table, text)
}
