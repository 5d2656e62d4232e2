/** Holds the sealed session. */
export const SESSION_COOKIE = 'github-session'

/** Readable by scripts: pages that are cached for everyone look up the viewer only where it is set. */
export const SIGNED_IN_COOKIE = 'signed-in'

/** Holds the OAuth state and PKCE verifier during a sign-in with GitHub. */
export const SIGN_IN_ATTEMPT_COOKIE = 'oauth'
