import { type Account, ann, ben, findAccount, nova } from './accounts.ts'
import type { RepoFacts } from './facts.ts'

/** Who looks after a repository: reviews it, is assigned to it, may push to it. */
export function membersOf(repo: RepoFacts): Account[] {
  if (repo.visibleTo !== null) return repo.visibleTo.flatMap((login) => findAccount(login) ?? [])
  if (repo.owner === 'acme') return [ann, ben, nova]
  const owner = findAccount(repo.owner)
  return owner?.kind === 'User' ? [owner] : []
}

export function isMember(repo: RepoFacts, login: string): boolean {
  return membersOf(repo).some((member) => member.login === login)
}
