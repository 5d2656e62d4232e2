import { Hono } from 'hono'
import { ACCOUNT_UPDATED_SECONDS_AGO, organization, publicUser } from '../bodies/account.ts'
import { repositoryInList } from '../bodies/repository.ts'
import type { Account } from '../data/account.ts'
import { accountById, findAccount } from '../data/accounts.ts'
import type { RepoFacts } from '../data/facts.ts'
import { repositoriesOf } from '../data/repositories.ts'
import type { SampleContext, SampleEnv } from '../http/context.ts'
import { lastModified } from '../http/headers.ts'
import { sendList } from '../http/paging.ts'
import { sendJson } from '../http/send.ts'
import { notFound } from '../http/thrown-response.ts'

/** Users, organizations and their repositories. */
export const ownerRoutes = new Hono<SampleEnv>()

ownerRoutes.get('/users/:login', (c) => {
  const account = findAccount(c.req.param('login'))
  if (!account) throw notFound('/users/users#get-a-user')
  const body = publicUser(account, c.get('view'), repositoriesOf(account, undefined).length)
  return sendJson(c, body, lastModified(c, ACCOUNT_UPDATED_SECONDS_AGO))
})

ownerRoutes.get('/orgs/:login', (c) => {
  const account = requireOrganization(findAccount(c.req.param('login')))
  const body = organization(account, c.get('view'), repositoriesOf(account, undefined).length)
  return sendJson(c, body, lastModified(c, ACCOUNT_UPDATED_SECONDS_AGO))
})

function requireOrganization(account: Account | undefined): Account {
  if (account?.kind !== 'Organization') throw notFound('/orgs/orgs#get-an-organization')
  return account
}

function requireUser(account: Account | undefined): Account {
  if (!account) throw notFound('/repos/repos#list-repositories-for-a-user')
  return account
}

ownerRoutes.get('/users/:login/repos', (c) =>
  sendUserRepositories(c, requireUser(findAccount(c.req.param('login')))),
)
ownerRoutes.get('/user/:id{\\d+}/repos', (c) =>
  sendUserRepositories(c, requireUser(accountById(Number(c.req.param('id'))))),
)

function sendUserRepositories(c: SampleContext, account: Account): Response {
  // This list has only public repositories, even for the user's own token.
  const repositories = filterByType(c, repositoriesOf(account, undefined))
  const sort = c.req.query('sort') ?? 'full_name'
  return sendRepositories(c, repositories, sort, `/user/${account.id}/repos`)
}

ownerRoutes.get('/orgs/:login/repos', (c) =>
  sendOrganizationRepositories(c, requireOrganization(findAccount(c.req.param('login')))),
)
ownerRoutes.get('/organizations/:id{\\d+}/repos', (c) =>
  sendOrganizationRepositories(c, requireOrganization(accountById(Number(c.req.param('id'))))),
)

function sendOrganizationRepositories(c: SampleContext, account: Account): Response {
  const repositories = filterByType(c, repositoriesOf(account, c.get('view').viewer))
  const sort = c.req.query('sort') ?? 'created'
  return sendRepositories(c, repositories, sort, `/organizations/${account.id}/repos`)
}

function filterByType(c: SampleContext, all: RepoFacts[]): RepoFacts[] {
  return all.filter((repo) => isOfType(repo, c.req.query('type')))
}

/** Sends a page of repositories, sorted by `sort`; names ascend and dates descend by default. */
export function sendRepositories(
  c: SampleContext,
  all: RepoFacts[],
  sort: string,
  path: string,
): Response {
  const sorted = all.map(c.get('state').pushedRepository).toSorted(comparatorFor(sort))
  const defaultDirection = sort === 'full_name' ? 'asc' : 'desc'
  if ((c.req.query('direction') ?? defaultDirection) === 'desc') sorted.reverse()
  return sendList(c, {
    path,
    total: sorted.length,
    items: (start, end) =>
      sorted.slice(start, end).map((repo) => repositoryInList(repo, c.get('view'))),
  })
}

function isOfType(repo: RepoFacts, type: string | undefined): boolean {
  switch (type) {
    case 'public':
      return repo.visibleTo === null
    case 'private':
      return repo.visibleTo !== null
    case 'forks':
      return repo.forkOf !== null
    case 'sources':
      return repo.forkOf === null
    case 'member':
      return false
    default:
      return true
  }
}

/** Compares in ascending order: names from A, dates from the oldest. */
function comparatorFor(sort: string): (a: RepoFacts, b: RepoFacts) => number {
  const byName = (a: RepoFacts, b: RepoFacts) => (a.fullName < b.fullName ? -1 : 1)
  switch (sort) {
    case 'created':
      return (a, b) => b.createdWeeksAgo - a.createdWeeksAgo || byName(a, b)
    case 'updated':
      return (a, b) => b.updatedSecondsAgo - a.updatedSecondsAgo || byName(a, b)
    case 'pushed':
      return (a, b) =>
        (a.pushed?.at ?? 0) - (b.pushed?.at ?? 0) ||
        b.pushedSecondsAgo - a.pushedSecondsAgo ||
        byName(a, b)
    default:
      return byName
  }
}
