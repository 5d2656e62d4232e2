import type { ParsedUrlQuery } from 'node:querystring'
import { derive, type GitHub, releaseCadence, type ToPanel } from '@repo/github'
import { parsePage } from '#components/list-query.ts'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { readUnreleased } from '#components/release/read-unreleased.server.ts'
import { createReleaseTimeline } from './release-timeline.ts'
import type { ReleasesViewProps } from './releases-view.tsx'
import { sanitizeReleases } from './sanitize-releases.server.ts'

/** Reads one page of releases, with the credentials of `github`. */
export async function readReleases(
  { github, panel }: { github: GitHub; panel: ToPanel },
  { owner, repo }: { owner: string; repo: string },
  query: ParsedUrlQuery,
): Promise<ReleasesViewProps & { age: Age }> {
  const latest = github.getLatestRelease(owner, repo)
  const [facts, releases, release, cadence, unreleased] = await Promise.all([
    github.getRepo(owner, repo),
    panel(github.listReleases(owner, repo, { page: parsePage(query) })),
    panel(latest),
    panel(github.listReleases(owner, repo, { page: 1 }), ({ items }) =>
      derive(items, releaseCadence),
    ),
    panel(readUnreleased(github, owner, repo, latest)),
  ])
  const timeline = mapPanel(releases, ({ items }) => derive(items, createReleaseTimeline))
  const list = mapPanel(releases, (page) => sanitizeReleases(page, facts.data))
  const view = { repo: facts.data, timeline, release, cadence, unreleased }
  return { ...view, releases: list, age: ageOf(facts) }
}
