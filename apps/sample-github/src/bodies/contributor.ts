import { polyglotNames } from '../data/commit-texts.ts'
import type { RepoFacts } from '../data/facts.ts'
import { type NonEmpty, pick } from '../data/random.ts'
import { contributionsOf, contributorAt } from '../data/repository-people.ts'
import { simpleUser } from './account.ts'
import type { Schema, View } from './schemas.ts'

const anonymousNames: NonEmpty<string> = ['build', 'root', 'J. Doe', 'Intern 2', 'laptop']

export function contributor(repo: RepoFacts, index: number, view: View): Schema<'contributor'> {
  if (index >= repo.contributors) return anonymous(repo, index)
  const account = contributorAt(repo, index)
  return {
    ...simpleUser(account, view),
    // GitHub sends no name here; the polyglot story tests clients that receive a name.
    ...(repo.polyglot ? { name: polyglotName(index) } : {}),
    contributions: contributionsOf(repo, index),
  }
}

function anonymous(repo: RepoFacts, index: number): Schema<'contributor'> {
  return {
    email: `anonymous-${index}@example.com`,
    name: repo.polyglot ? polyglotName(index) : pick(anonymousNames, (index % 5) / 5),
    type: 'Anonymous',
    contributions: 1,
  }
}

function polyglotName(index: number): string {
  return pick(polyglotNames, (index % polyglotNames.length) / polyglotNames.length)
}
