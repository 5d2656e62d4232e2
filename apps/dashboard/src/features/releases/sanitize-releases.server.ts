import { derive, type ListedRelease, type Page, type Repo } from '@repo/github'
import { type SafeHtml, safeHtml } from '#components/prose/safe-html.server.ts'
import { githubUrlOf } from '#server/github-url.ts'

/** A release with its notes as safe, short HTML; null without notes. */
export type SanitizedRelease = Omit<ListedRelease, 'notesHtml'> & { notes: SafeHtml | null }

// Visitors mostly read the newest notes, and all notes must fit into the page's props.
const MAX_NEWEST_NOTES_LENGTH = 2000
const MAX_NOTES_LENGTH = 400

/** Sanitizes and shortens the notes of a page of releases. */
export function sanitizeReleases(
  list: Page<ListedRelease>,
  repo: Pick<Repo, 'url' | 'fullName'>,
): Page<SanitizedRelease> {
  return { ...list, items: derive(list.items, sanitizeItems, githubUrlOf(repo)) }
}

function sanitizeItems(items: readonly ListedRelease[], repoUrl: string): SanitizedRelease[] {
  return items.map(({ notesHtml, ...release }, index) => {
    const maxLength = index === 0 ? MAX_NEWEST_NOTES_LENGTH : MAX_NOTES_LENGTH
    const notes =
      notesHtml === null ? null : safeHtml(notesHtml, { repoUrl, maxLength, parentHeadingLevel: 3 })
    return { ...release, notes }
  })
}
