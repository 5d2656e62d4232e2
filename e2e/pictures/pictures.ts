export type Picture = { name: string; path: string }

/** What the README and the chapters show, each in light and dark, in a wide window and a narrow one. */
export const pictures: readonly Picture[] = [
  { name: 'overview', path: '/repos/acme/rocket' },
  { name: 'issues', path: '/repos/acme/rocket/issues' },
  { name: 'compare', path: '/compare?repos=acme/rocket,acme/beacon,acme/orbit' },
  { name: 'search', path: '/search?q=rocket' },
]
