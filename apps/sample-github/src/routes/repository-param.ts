import { isVisible, type RepoFacts } from '../data/facts.ts'
import { findRepository, repositoryById } from '../data/repositories.ts'
import type { SampleContext } from '../http/context.ts'
import { blocked, moved, notFound } from '../http/thrown-response.ts'

const documentation = '/repos/repos#get-a-repository'

/** The repository of the URL; throws GitHub's redirect or error when it cannot be shown. */
export function requireRepository(c: SampleContext): RepoFacts {
  const repo = findByUrl(c)
  if (!repo || !isVisible(repo, c.get('view').viewer)) throw notFound(documentation)
  if (repo.blocked) throw blocked(451)
  return c.get('state').pushedRepository(repo)
}

function findByUrl(c: SampleContext): RepoFacts | undefined {
  const id = c.req.param('id')
  if (id !== undefined) return repositoryById(Number(id))

  const owner = c.req.param('owner') ?? ''
  const name = c.req.param('repo') ?? ''
  const found = findRepository(owner, name)
  if (found?.kind === 'moved') throw moved(urlById(c, found.repo))
  return found?.repo
}

/** The same URL below `/repositories/:id`, query included. */
function urlById(c: SampleContext, repo: RepoFacts): string {
  const rest = (c.get('path') ?? '').split('/').slice(4)
  const { search } = new URL(c.req.url)
  return [`${c.get('view').api}/repositories/${repo.id}`, ...rest].join('/') + search
}
