import { Hono } from 'hono'
import { sendJson } from '../answer.ts'
import { releaseBody } from '../bodies/release.ts'
import type { SampleEnv } from '../context.ts'
import { latestRelease, releaseAt } from '../data/releases.ts'
import { textFormat } from '../headers.ts'
import { sendList } from '../paging.ts'
import { notFound } from '../refusal.ts'
import { repositoryIn } from './found.ts'

export const releaseRoutes = new Hono<SampleEnv>()

releaseRoutes.get('/releases', (c) => {
  const repo = repositoryIn(c)
  const notes = textFormat(c.req.header('accept')) === 'html' ? 'html' : 'markdown'
  return sendList(c, {
    path: `/repositories/${repo.id}/releases`,
    total: repo.releases,
    items: (start, end) =>
      Array.from({ length: end - start }, (_, offset) => releaseAt(repo, start + offset))
        .filter((release) => release !== undefined)
        .map((release) => releaseBody(repo, release, c.get('view'), notes)),
  })
})

releaseRoutes.get('/releases/latest', (c) => {
  const repo = repositoryIn(c)
  const latest = latestRelease(repo)
  if (!latest) throw notFound('/releases/releases#get-the-latest-release')
  return sendJson(c, releaseBody(repo, latest, c.get('view')))
})
