import type { components } from '@octokit/openapi-types'

/** A body as GitHub's OpenAPI description has it. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

/** What a body depends on besides the facts: the address it is asked at, the day and the viewer. */
export type View = {
  /** Origin and base path of this API, without a slash at the end. */
  api: string
  /** UTC midnight of today in milliseconds. */
  today: number
  viewer: string | undefined
}

/** Where the pages for people would be; `.example` leads nowhere, so no link ends at a stranger. */
export const web = 'https://github.example'

export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(`sample:${id}`).toString('base64url')}`
}
