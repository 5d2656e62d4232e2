import { type Login, people } from '../support/people.ts'

export type Picture = {
  name: string
  path: string
  /** Whose page it is, where only a viewer sees it. */
  viewer?: Login
}

/** What the README and the chapters show, each in light and dark, in a wide window and a narrow one. */
export const pictures: readonly Picture[] = [
  { name: 'overview', path: '/repos/acme/rocket' },
  { name: 'issues', path: '/repos/acme/rocket/issues' },
  { name: 'compare', path: '/compare?repos=acme/rocket,acme/beacon,acme/orbit' },
  { name: 'inbox', path: '/me/inbox', viewer: 'ann' },
  { name: 'search', path: '/search?q=rocket' },
]

/** The headers by which a picture's viewer is known. */
export function headersOf({ viewer }: Picture): Record<string, string> {
  return viewer ? { authorization: `Bearer ${people[viewer].token}` } : {}
}
