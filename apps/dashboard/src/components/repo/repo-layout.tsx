import type { Repo } from '@repo/github'
import { Stack } from '@repo/ui/columns'
import { Tabs } from '@repo/ui/tabs'
import type { ReactNode } from 'react'
import { type Age, AgeBanner } from '#components/panel/age.tsx'
import { repoPath } from './paths.ts'
import { RepoHeader } from './repo-header.tsx'
import { type RepoSection, repoSections } from './repo-sections.ts'

type RepoLayoutProps = {
  repo: Repo
  age: Age
  /** The current tab; undefined on a viewer's own page, which has no tabs. */
  current: RepoSection | undefined
  children: ReactNode
}

/** The header, tabs and age banner of every repository page. */
export function RepoLayout({ repo, age, current, children }: RepoLayoutProps) {
  return (
    <Stack gap="large">
      <RepoHeader repo={repo} />
      {current && (
        <Tabs
          label="Repository pages"
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
