import type { Account } from './account.ts'
import { ann, ben, findAccount, nova } from './accounts.ts'
import type { RepoFacts } from './facts.ts'
import { dependencyBot, person, poolSize, releaseBot } from './people.ts'
import { between, draw } from './random.ts'

/** The accounts that can push to a repository, review it and be assigned in it. */
export function membersOf(repo: RepoFacts): Account[] {
  if (repo.visibleTo !== null) return repo.visibleTo.flatMap((login) => findAccount(login) ?? [])
  if (repo.owner === 'acme') return [ann, ben, nova]
  const owner = findAccount(repo.owner)
  return owner?.kind === 'User' ? [owner] : []
}

export function isMember(repo: RepoFacts, login: string): boolean {
  return membersOf(repo).some((member) => member.login === login)
}

/** Contributors by number of commits, the most active at index 0; 3 and 11 are bots. */
export function contributorAt(repo: RepoFacts, index: number): Account {
  const place = repo.contributors === 0 ? 0 : index % repo.contributors
  if (place === 3) return dependencyBot
  if (place === 11) return releaseBot
  const first = between(0, poolSize - 1, draw(repo.seed, 'first contributor'))
  return person(first + place * 7)
}

/** A few contributors make most of the contributions, as in real projects. */
export function contributionsOf(repo: RepoFacts, index: number): number {
  const maximum = 60 + repo.commitsAWeek * 34
  return Math.max(1, Math.round(maximum / (index + 1) ** 1.15))
}
