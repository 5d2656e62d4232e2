import { type RequestHeaders, singleOf, valuesOf } from './request-headers.ts'

/**
 * Tells whether a request comes from a page of this site: every request that changes something must.
 * By `Sec-Fetch-Site` where the browser says it, else by `Origin`; one that says neither does not
 * (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
 */
export function sameOrigin(headers: RequestHeaders, siteUrl: string): boolean {
  if (valuesOf(headers, 'sec-fetch-site').length > 0) {
    const site = singleOf(headers, 'sec-fetch-site')
    // "none" is the visitor's own doing, such as a reload of the answer to a form.
    return site === 'same-origin' || site === 'none'
  }
  return singleOf(headers, 'origin') === new URL(siteUrl).origin
}
