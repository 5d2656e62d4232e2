import type { Repo } from '@repo/github'
import { Stack } from '@repo/ui/columns'
import { Tabs } from '@repo/ui/tabs'
import type { ReactNode } from 'react'
import { type Age, AgeBanner } from '#components/panel/age.tsx'
import { type RepoSection, repoPath, repoSections } from './paths.ts'
import { RepoHeader } from './repo-header.tsx'

type RepoLayoutProps = {
  repo: Repo
  age: Age
  /** Which of the repository's pages this is; none of them where only a viewer sees it. */
  current: RepoSection | undefined
  children: ReactNode
}

/** What every page about a repository begins with: its name, and the way to the other pages. */
export function RepoLayout({ repo, age, current, children }: RepoLayoutProps) {
  return (
    <Stack gap="large">
      <RepoHeader repo={repo} />
      {current && (
        <Tabs
          label="Pages of the repository"
          tabs={repoSections.map(({ section, label }) => ({
            href: repoPath(repo.fullName, section),
            label,
            current: section === current,
          }))}
        />
      )}
      <AgeBanner age={age} />
      {children}
    </Stack>
  )
}
