import type { ListedRelease, Page, Repo } from '@repo/github'
import { type SafeHtml, safeHtml } from '#components/prose/safe-html.server.ts'
import { githubUrlOf } from '#components/repo/github-url.ts'

/** A release as the list shows it; null where it has no notes. */
export type ShownRelease = Omit<ListedRelease, 'notesHtml'> & { notes: SafeHtml | null }

// The newest is read the most; all of them must fit into the page's data.
const longestFirst = 2000
const longestOther = 400

/** Makes the notes of a page of releases safe and short. On the server. */
export function shownReleases(
  list: Page<ListedRelease>,
  repo: Pick<Repo, 'url' | 'fullName'>,
): Page<ShownRelease> {
  const repoUrl = githubUrlOf(repo)
  const items = list.items.map(({ notesHtml, ...release }, index) => {
    const longest = index === 0 ? longestFirst : longestOther
    const notes = notesHtml === null ? null : safeHtml(notesHtml, { repoUrl, longest, below: 3 })
    return { ...release, notes }
  })
  return { ...list, items }
}
