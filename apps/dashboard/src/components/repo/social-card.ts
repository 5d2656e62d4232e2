import type { PageImage } from '#components/shell/page-head.tsx'

/** Returns the path of the image that link previews show for a repository's pages. */
export function socialCardPath(fullName: string): string {
  return `/api/social-card/repos/${fullName}.png`
}

/** The image of a repository's pages, for `PageHead`. */
export function socialCard(fullName: string): PageImage {
  return { path: socialCardPath(fullName), alt: `Summary of ${fullName}` }
}
