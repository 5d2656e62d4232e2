/** A response header in the form that `headers()` of next.config expects. */
type Header = { key: string; value: string }

/** `next dev` needs more permissions than the production build. */
type Mode = 'production' | 'development'

/**
 * The security headers of every response: pages, data, API routes and files.
 *
 * They are fixed, so cached responses stay protected: all visitors would share a cached nonce.
 */
export function securityHeaders(mode: Mode): Header[] {
  return [
    { key: 'Content-Security-Policy', value: contentSecurityPolicy(mode) },
    // No includeSubDomains and no preload: the owner of the domain decides about both.
    { key: 'Strict-Transport-Security', value: 'max-age=63072000' },
    // `next dev` serves one of its scripts as JSON, which this header would block.
    ...(mode === 'production' ? [{ key: 'X-Content-Type-Options', value: 'nosniff' }] : []),
    // Paths name private repositories, and the images of a README load from any host.
    { key: 'Referrer-Policy', value: 'same-origin' },
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
    {
      key: 'Permissions-Policy',
      value: 'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    },
  ]
}

/** For images that other sites embed: badges, charts and social cards. */
export const embeddable: Header = { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }

/** For SVG images that contain their style: opened by themselves, they may not load or run anything. */
export const styledImagePolicy: Header = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
}

// The webpack build emits no inline script, and the application sets no style attribute. `next dev`
// inlines style sheets and a script, evaluates its updates (Fast Refresh) and loads overlay fonts.
function contentSecurityPolicy(mode: Mode): string {
  const inline = mode === 'development' ? " 'unsafe-inline'" : ''
  const evaluated = mode === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'none'",
    `script-src 'self'${inline}${evaluated}`,
    `style-src 'self'${inline}`,
    // Avatars and the images of a README; the sample GitHub's avatars are data: URLs.
    "img-src 'self' data: https:",
    ...(mode === 'development' ? ["font-src 'self'"] : []),
    "connect-src 'self'",
    "base-uri 'none'",
    // Chromium applies this to redirects too, so sign-in at GitHub starts from a link, not a form.
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
