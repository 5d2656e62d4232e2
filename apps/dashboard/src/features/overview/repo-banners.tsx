import type { Repo } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import Link from 'next/link'
import { repoPath } from '#components/repo/paths.ts'

type RepoBannersProps = {
  repo: Repo
  /** GitHub has no commit of it. */
  empty: boolean
}

/** What a reader must know before any figure. */
export function RepoBanners({ repo, empty }: RepoBannersProps) {
  return (
    <>
      {repo.archived && (
        <Banner tone="warning" title="This repository is archived">
          Its owner takes no more changes.
        </Banner>
      )}
      {empty && (
        <Banner tone="info" title="This repository is empty">
          There is no commit yet.
        </Banner>
      )}
      {repo.forkOf && (
        <Banner tone="info" title="This repository is a fork">
          Of <Link href={repoPath(repo.forkOf)}>{repo.forkOf}</Link>.
        </Banner>
      )}
      {repo.isTemplate && (
        <Banner tone="info" title="This repository is a template">
          New repositories are made from it.
        </Banner>
      )}
      {repo.mirrorOf && (
        <Banner tone="info" title="This repository is a mirror">
          Its source is at <code>{repo.mirrorOf}</code>.
        </Banner>
      )}
    </>
  )
}
