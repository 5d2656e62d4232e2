import { Hono } from 'hono'
import { releaseBody } from '../bodies/release.ts'
import { latestRelease, releaseAt } from '../data/releases.ts'
import type { SampleEnv } from '../http/context.ts'
import { lastModified, parseTextFormat } from '../http/headers.ts'
import { sendList } from '../http/paging.ts'
import { sendJson } from '../http/send.ts'
import { notFound } from '../http/thrown-response.ts'
import { requireRepository } from './repository-param.ts'

export const releaseRoutes = new Hono<SampleEnv>()

releaseRoutes.get('/releases', (c) => {
  const repo = requireRepository(c)
  const notes = parseTextFormat(c.req.header('accept')) === 'html' ? 'html' : 'markdown'
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
  const repo = requireRepository(c)
  const latest = latestRelease(repo)
  if (!latest) throw notFound('/releases/releases#get-the-latest-release')
  return sendJson(c, releaseBody(repo, latest, c.get('view')), lastModified(c, latest.secondsAgo))
})
