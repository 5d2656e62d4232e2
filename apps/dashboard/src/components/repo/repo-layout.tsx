import type { Panel, Repo } from '@repo/github'
import { Stack } from '@repo/ui/columns'
import { Tabs } from '@repo/ui/tabs'
import { type ReactNode, Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import type { Age } from '#components/panel/age.tsx'
import { combineAges } from '#components/panel/combine-ages.ts'
import { PageAge } from '#components/panel/page-age.tsx'
import { Polling } from '#components/panel/polling.tsx'
import { useFrame } from '#components/shell/frame-context.tsx'
import { tabPath } from './paths.ts'
import { RepoHeader } from './repo-header.tsx'
import { type RepoSection, repoSections } from './repo-sections.ts'

const Follower = loadOnDemand(async () => (await import('./follower.tsx')).Follower)

type RepoLayoutProps = {
  repo: Repo
  age: Age
  panels: readonly Panel<unknown>[]
  /** The tab of the page, or the tab that leads to it. */
  current: RepoSection
  children: ReactNode
}

/** The header, tabs and age of every repository page. */
export function RepoLayout({ repo, age, panels, current, children }: RepoLayoutProps) {
  const follow = useFrame()?.follow
  return (
    <Stack gap="large">
      <RepoHeader repo={repo} />
      <Tabs
        label="Repository pages"
        tabs={repoSections.map(({ section, label }) => ({
          href: tabPath(repo, section),
          label,
          current: section === current,
        }))}
      />
      <PageAge
        age={combineAges(age, panels)}
        status={
          follow && (
            <Suspense>
              <Follower {...follow} />
            </Suspense>
          )
        }
      >
        <Polling waiting={panels.some(({ state }) => state === 'computing')}>{children}</Polling>
      </PageAge>
    </Stack>
  )
}
