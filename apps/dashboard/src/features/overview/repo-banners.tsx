import type { Repo } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import Link from 'next/link'
import { repoPath } from '#components/repo/paths.ts'

type RepoBannersProps = {
  repo: Repo
  /** The repository has no commits. */
  isEmpty: boolean
}

/** States that affect every figure below: archived, empty, fork, template or mirror. */
export function RepoBanners({ repo, isEmpty }: RepoBannersProps) {
  return (
    <>
      {repo.archived && (
        <Banner tone="warning" title="This repository is archived">
          Archived by its owner. It is now read-only.
        </Banner>
      )}
      {isEmpty && (
        <Banner tone="info" title="This repository is empty">
          No commits yet.
        </Banner>
      )}
      {repo.forkOf && (
        <Banner tone="info" title="This repository is a fork">
          Forked from <Link href={repoPath(repo.forkOf)}>{repo.forkOf}</Link>.
        </Banner>
      )}
      {repo.isTemplate && (
        <Banner tone="info" title="This repository is a template">
          You can generate new repositories from it.
        </Banner>
      )}
      {repo.mirrorOf && (
        <Banner tone="info" title="This repository is a mirror">
          Mirror of <code>{repo.mirrorOf}</code>.
        </Banner>
      )}
    </>
  )
}
