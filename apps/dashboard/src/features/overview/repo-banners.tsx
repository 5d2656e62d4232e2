import type { Repo } from '@repo/github'
import { Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import type { BannerState } from './repo-banner.tsx'

const RepoBanner = loadOnDemand(async () => (await import('./repo-banner.tsx')).RepoBanner)

type RepoBannersProps = {
  repo: Repo
  /** The repository has no commits. */
  isEmpty: boolean
}

/** The states of a repository that affect every figure below. */
export function RepoBanners({ repo, isEmpty }: RepoBannersProps) {
  const states: (BannerState | '' | false | null | undefined)[] = [
    repo.archived && 'archived',
    isEmpty && 'empty',
    repo.forkOf && 'fork',
    repo.isTemplate && 'template',
    repo.mirrorOf && 'mirror',
  ]
  return states.map(
    (state) =>
      state && (
        <Suspense key={state}>
          <RepoBanner repo={repo} state={state} />
        </Suspense>
      ),
  )
}
