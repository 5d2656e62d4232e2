/** Holds the sealed session. */
export const SESSION_COOKIE = 'github-session'

/** Readable by scripts: pages that are cached for everyone look up the viewer only where it is set. */
export const SIGNED_IN_COOKIE = 'signed-in'

/** Holds a sign-in attempt with GitHub; its OAuth state follows after a hyphen. */
export const SIGN_IN_ATTEMPT_COOKIE = 'oauth'
