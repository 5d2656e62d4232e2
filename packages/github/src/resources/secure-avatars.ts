/**
 * Upgrades the avatars of an Enterprise Server from http to https, which it serves at the host of its
 * API: browsers block an http image on an https page. Those of github.com are upgraded everywhere.
 */
export function withSecureAvatars(body: unknown, baseUrl: string): unknown {
  const { protocol, hostname } = new URL(baseUrl)
  if (protocol !== 'https:' || hostname === 'api.github.com') return body
  return upgrade(body, hostname.replace(/^api\./, ''))
}

function upgrade(value: unknown, host: string): unknown {
  if (Array.isArray(value)) return value.map((item) => upgrade(item, host))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, field]): [string, unknown] => [
    key,
    key === 'avatar_url' ? toHttps(field, host) : upgrade(field, host),
  ])
  return Object.fromEntries(fields)
}

function toHttps(url: unknown, host: string): unknown {
  if (typeof url !== 'string' || !/^http:/i.test(url) || !URL.canParse(url)) return url
  const { hostname } = new URL(url)
  const isOwn = hostname === host || hostname.endsWith(`.${host}`)
  return isOwn ? url.replace(/^http:/i, 'https:') : url
}
