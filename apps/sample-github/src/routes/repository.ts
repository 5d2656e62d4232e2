import { Hono } from 'hono'
import { advisoryBody } from '../bodies/advisory.ts'
import { contributor } from '../bodies/contributor.ts'
import { readmeBody, readmeHtml, readmeMarkdown } from '../bodies/readme.ts'
import { communityProfile, fullRepository } from '../bodies/repository.ts'
import { findRepository } from '../data/repositories.ts'
import type { SampleEnv } from '../http/context.ts'
import { lastModified, parseTextFormat } from '../http/headers.ts'
import { itemsByIndex, sendList } from '../http/paging.ts'
import { sendEmpty, sendJson, sendText } from '../http/send.ts'
import { githubError, notFound } from '../http/thrown-response.ts'
import { requireRepository } from './repository-param.ts'

/** A repository and the resources that describe it as a whole. */
export const repositoryRoutes = new Hono<SampleEnv>()

repositoryRoutes.get('/', (c) => {
  const repo = requireRepository(c)
  const [owner = '', name = ''] = repo.forkOf?.split('/') ?? []
  const body = fullRepository(repo, findRepository(owner, name)?.repo, c.get('view'))
  return sendJson(c, body, lastModified(c, repo.updatedSecondsAgo))
})

repositoryRoutes.get('/languages', (c) => {
  const { languages, pushedSecondsAgo } = requireRepository(c)
  return sendJson(c, languages, lastModified(c, pushedSecondsAgo))
})

repositoryRoutes.get('/contributors', (c) => {
  const repo = requireRepository(c)
  if (repo.empty) return sendEmpty(204)
  if (repo.tooLarge) {
    throw githubError(
      403,
      'The history or contributor list is too large to list contributors for this repository via the API.',
      '/repos/repos#list-repository-contributors',
    )
  }
  const withAnonymous = /^(?:1|true)$/.test(c.req.query('anon') ?? '')
  return sendList(c, {
    path: `/repositories/${repo.id}/contributors`,
    total: repo.contributors + (withAnonymous ? repo.anonymousContributors : 0),
    items: itemsByIndex((index) => contributor(repo, index, c.get('view'))),
    headers: lastModified(c, repo.pushedSecondsAgo),
  })
})

repositoryRoutes.get('/readme', (c) => {
  const repo = requireRepository(c)
  if (repo.empty || repo.description === null) {
    throw notFound('/repos/contents#get-a-repository-readme')
  }
  const headers = lastModified(c, repo.pushedSecondsAgo)
  switch (parseTextFormat(c.req.header('accept'))) {
    case 'raw':
      return sendText(c, readmeMarkdown(repo), 'application/vnd.github.raw; charset=utf-8', headers)
    case 'html':
      return sendText(c, readmeHtml(repo), 'application/vnd.github.html; charset=utf-8', headers)
    default:
      return sendJson(c, readmeBody(repo, c.get('view')), headers)
  }
})

repositoryRoutes.get('/security-advisories', (c) => {
  const repo = requireRepository(c)
  const state = c.req.query('state') ?? 'published'
  const published = state === 'published' ? repo.advisories : []
  return sendList(c, {
    path: `/repositories/${repo.id}/security-advisories`,
    total: published.length,
    items: (start, end) =>
      published
        .slice(start, end)
        .map((advisory, index) => advisoryBody(repo, advisory, start + index, c.get('view'))),
  })
})

repositoryRoutes.get('/community/profile', (c) => {
  const repo = requireRepository(c)
  // GitHub has no community profile for forks, and Enterprise Server has none at all.
  if (repo.forkOf !== null || c.get('isEnterprise'))
    throw notFound('/metrics/community#get-community-profile-metrics')
  return sendJson(c, communityProfile(repo, c.get('view')))
})
