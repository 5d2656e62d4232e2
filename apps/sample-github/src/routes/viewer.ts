import { Hono } from 'hono'
import { ACCOUNT_UPDATED_SECONDS_AGO, privateUser } from '../bodies/account.ts'
import { ownerOf } from '../bodies/repository.ts'
import { findAccount } from '../data/accounts.ts'
import type { RepoFacts } from '../data/facts.ts'
import { catalog, repositoriesOf } from '../data/repositories.ts'
import { isMember } from '../data/repository-people.ts'
import type { SampleContext, SampleEnv } from '../http/context.ts'
import { lastModified } from '../http/headers.ts'
import { sendJson } from '../http/send.ts'
import { githubError } from '../http/thrown-response.ts'
import { sendRepositories } from './owners.ts'

const listing = '/repos/repos#list-repositories-for-the-authenticated-user'

/** The endpoints of the authenticated user. */
export const viewerRoutes = new Hono<SampleEnv>()

viewerRoutes.get('/user', (c) => {
  const { account, view } = requireViewer(c, '/users/users#get-the-authenticated-user')
  const own = repositoriesOf(account, account.login)
  const privateCount = own.filter((repo) => repo.visibleTo !== null).length
  const body = privateUser(account, view, own.length - privateCount, privateCount)
  return sendJson(c, body, lastModified(c, ACCOUNT_UPDATED_SECONDS_AGO))
})

viewerRoutes.get('/user/repos', (c) => {
  const { login } = requireViewer(c, listing).account
  const { visibility, affiliations } = parseFilters(c)
  const matching = catalog.filter((repo) => {
    const affiliation = affiliationOf(repo, login)
    if (affiliation === undefined || !affiliations.includes(affiliation)) return false
    return visibility === 'all' || (repo.visibleTo === null) === (visibility === 'public')
  })
  return sendRepositories(c, matching, c.req.query('sort') ?? 'full_name', '/user/repos')
})

function requireViewer(c: SampleContext, docs: string) {
  const view = c.get('view')
  const account = findAccount(view.viewer ?? '')
  if (!account) throw githubError(401, 'Requires authentication', docs)
  return { view, account }
}

type Affiliation = 'owner' | 'collaborator' | 'organization_member'

/** The viewer's affiliation with a repository; `undefined` if there is none. */
function affiliationOf(repo: RepoFacts, login: string): Affiliation | undefined {
  if (!isMember(repo, login)) return undefined
  if (repo.owner === login) return 'owner'
  return ownerOf(repo).kind === 'Organization' ? 'organization_member' : 'collaborator'
}

function parseFilters(c: SampleContext): { visibility: string; affiliations: string[] } {
  const { visibility, affiliation, type } = c.req.query()
  const all = ['owner', 'collaborator', 'organization_member']
  if (type !== undefined && (visibility !== undefined || affiliation !== undefined)) {
    throw githubError(
      422,
      'If you specify visibility or affiliation, you cannot specify type.',
      listing,
    )
  }
  switch (type) {
    case 'owner':
      return { visibility: 'all', affiliations: ['owner'] }
    case 'member':
      return { visibility: 'all', affiliations: all.slice(1) }
    case 'public':
    case 'private':
      return { visibility: type, affiliations: all }
    default:
      return { visibility: visibility ?? 'all', affiliations: affiliation?.split(',') ?? all }
  }
}
