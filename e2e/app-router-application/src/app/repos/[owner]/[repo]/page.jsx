import { createPanel } from '@repo/github'
import { cache } from 'react'
import { repoPath } from '#components/repo/paths.ts'
import { readOverview } from '#features/overview/read-overview.server.ts'
import { PAGE_DEADLINE_MS } from '#server/deadlines.ts'
import { frameFor } from '#server/frame.ts'
import { gitHub } from '#server/process/github.ts'
import { OverviewPage } from '../../../overview-page.jsx'

export const dynamic = 'force-dynamic'

// Once for each request: for the metadata and the page.
const read = cache((owner, repo) => {
  const github = gitHub().client.forRequest({ deadlineMs: PAGE_DEADLINE_MS, onCall() {} })
  return readOverview({ github, panel: createPanel(() => {}) }, owner, repo)
})

export async function generateMetadata({ params }) {
  const { owner, repo } = await params
  const { fullName, description } = (await read(owner, repo)).repo
  const { siteUrl } = frameFor()
  const url = siteUrl + repoPath(fullName)
  return {
    title: `${fullName} · Repo Dashboard`,
    description,
    openGraph: { title: fullName, description, images: `${siteUrl}/social-card.png`, url },
    alternates: { canonical: url },
  }
}

export default async function Page({ params }) {
  const { owner, repo } = await params
  const overview = await read(owner, repo)
  return (
    <OverviewPage frame={frameFor()} overview={overview} path={repoPath(overview.repo.fullName)} />
  )
}
