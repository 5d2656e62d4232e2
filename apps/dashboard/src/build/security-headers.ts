/** A response header, as `headers()` in the configuration of Next takes it. */
type Header = { key: string; value: string }

/** `next dev` needs more than what is built. */
type Mode = 'production' | 'development'

/**
 * The headers that every response has; `headers()` gives them to pages, data, API routes and files.
 *
 * They are fixed, so what a cache keeps stays protected: a nonce would be the same for everybody.
 */
export function securityHeaders(mode: Mode): Header[] {
  return [
    { key: 'Content-Security-Policy', value: contentSecurityPolicy(mode) },
    // Subdomains and browsers' preload lists are for the owner of the domain to decide.
    { key: 'Strict-Transport-Security', value: 'max-age=63072000' },
    // `next dev` sends one of its own scripts as JSON, which this would stop.
    ...(mode === 'production' ? [{ key: 'X-Content-Type-Options', value: 'nosniff' }] : []),
    // A path names what somebody looks at, and the pictures of a README come from anywhere.
    { key: 'Referrer-Policy', value: 'same-origin' },
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
    {
      key: 'Permissions-Policy',
      value: 'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    },
  ]
}

/** For what other sites show: badges, and the card of a shared link. */
export const embeddable: Header = { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }

// The webpack build emits no inline script, and the application writes no style attribute. `next dev`
// inserts its style sheets and a script into the document, and its overlay has fonts.
function contentSecurityPolicy(mode: Mode): string {
  const inline = mode === 'development' ? " 'unsafe-inline'" : ''
  return [
    "default-src 'none'",
    `script-src 'self'${inline}`,
    `style-src 'self'${inline}`,
    // Avatars and the pictures of a README; the avatars of the sample GitHub are data.
    "img-src 'self' data: https:",
    ...(mode === 'development' ? ["font-src 'self'"] : []),
    "connect-src 'self'",
    "base-uri 'none'",
    // Chromium holds a form to this through every redirect: what leads to another site is a link.
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
