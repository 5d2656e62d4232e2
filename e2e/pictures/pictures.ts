import { type AppPage, pageOf } from '../support/pages.ts'

export type Picture = { name: string; page: AppPage; path: string }

/** The screenshots of the README and the chapters: light and dark, in a wide and a narrow window. */
export const pictures: readonly Picture[] = [
  pictureOf('overview', '/repos/[owner]/[repo]'),
  pictureOf('issues', '/repos/[owner]/[repo]/issues'),
  pictureOf('compare', '/compare', '/compare?repos=acme/rocket,acme/beacon,acme/orbit'),
  pictureOf('inbox', '/me/inbox'),
  pictureOf('search', '/search'),
]

function pictureOf(name: string, route: string, path = pageOf(route).path): Picture {
  return { name, page: pageOf(route), path }
}
