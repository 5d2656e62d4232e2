import type { components } from '@octokit/openapi-types'

/** A response body of GitHub's OpenAPI description. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

/** The request-dependent input of bodies: base URL, day and viewer. */
export type View = {
  /** Origin and base path of this API, without a slash at the end. */
  api: string
  /** UTC midnight of today in milliseconds. */
  today: number
  viewer: string | undefined
}

/** The origin of web pages; `.example` is reserved, so no link leads to a real site. */
export const web = 'https://github.example'

export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(`sample:${id}`).toString('base64url')}`
}
