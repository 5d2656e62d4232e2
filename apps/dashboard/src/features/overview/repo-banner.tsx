import type { Repo } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import Link from 'next/link'
import { repoPath } from '#components/repo/paths.ts'

/** A state of a repository that affects every figure. */
export type BannerState = 'archived' | 'empty' | 'fork' | 'template' | 'mirror'

const titles: Record<BannerState, string> = {
  archived: 'This repository is archived',
  empty: 'This repository is empty',
  fork: 'This repository is a fork',
  template: 'This repository is a template',
  mirror: 'This repository is a mirror',
}

/** Explains a state of a repository that affects every figure. */
export function RepoBanner({ repo, state }: { repo: Repo; state: BannerState }) {
  return (
    <Banner tone={state === 'archived' ? 'warning' : 'info'} title={titles[state]}>
      <BannerText repo={repo} state={state} />
    </Banner>
  )
}

function BannerText({ repo, state }: { repo: Repo; state: BannerState }) {
  switch (state) {
    case 'archived':
      return 'Archived by its owner. It is now read-only.'
    case 'empty':
      return 'No commits yet.'
    case 'fork': {
      const source = repo.forkOf ?? ''
      return (
        <span>
          Forked from <Link href={repoPath(source)}>{source}</Link>.
        </span>
      )
    }
    case 'template':
      return 'You can generate new repositories from it.'
    case 'mirror':
      return (
        <span>
          Mirror of <code>{repo.mirrorOf}</code>.
        </span>
      )
  }
}
