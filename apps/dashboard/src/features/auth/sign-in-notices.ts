/** What the sign-in page says of how a visitor came there, by the word in its address. */
export const signInNotices = {
  'signed-out': {
    tone: 'success',
    title: 'You have signed out',
    text: 'This browser holds nothing of your session any more.',
  },
  expired: {
    tone: 'info',
    title: 'Your session has ended',
    text: 'It lasts eight hours. Sign in again to go on.',
  },
  invalid: {
    tone: 'info',
    title: 'Your session cannot be opened',
    text: 'It is from an earlier setting of this site. Sign in again to go on.',
  },
  doubled: {
    tone: 'warning',
    title: 'Your browser has sent two sessions',
    text: 'Another page may have set one of them, so neither was believed. Sign in again to go on.',
  },
  refused: {
    tone: 'warning',
    title: 'GitHub does not accept the token',
    text: 'It is wrong, has expired, or was revoked.',
  },
  'no-token': {
    tone: 'warning',
    title: 'That is not a token',
    text: 'A token is one word of letters, digits and underscores. Nothing was kept.',
  },
  'too-long': {
    tone: 'warning',
    title: 'That token is too long',
    text: 'A browser would not keep a session with it. Nothing was kept.',
  },
  cancelled: {
    tone: 'info',
    title: 'You have not signed in',
    text: 'GitHub was told not to let this site in.',
  },
  'not-granted': {
    tone: 'warning',
    title: 'GitHub has not let you in',
    text: 'Begin again. Where that does not help, this site and GitHub do not agree: tell whoever runs it.',
  },
  'not-begun-here': {
    tone: 'warning',
    title: 'That sign-in was not begun in this browser',
    text: 'Or it was begun more than ten minutes ago. Begin again.',
  },
  limited: {
    tone: 'warning',
    title: 'GitHub asks us to wait',
    text: 'It was asked too much with this token. Nothing was kept. Try again later.',
  },
  unreachable: {
    tone: 'warning',
    title: 'GitHub cannot be reached',
    text: 'Nothing was kept. Try again in a moment.',
  },
} as const

export type SignInNotice = keyof typeof signInNotices

/** Takes a word for a reason that there is. */
export function parseNotice(word: string | undefined): SignInNotice | undefined {
  return word !== undefined && Object.hasOwn(signInNotices, word)
    ? (word as SignInNotice)
    : undefined
}
