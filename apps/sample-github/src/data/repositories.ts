import type { Account } from './account.ts'
import { findAccount } from './accounts.ts'
import { isVisible, type RepoFacts, repositoryFacts } from './facts.ts'
import { listedFaults, parseFault } from './faults.ts'
import { memoizeRecent } from './memoize.ts'
import { naughtyNames, naughtyStrings } from './naughty-strings.ts'
import { people } from './people.ts'
import { between, draw, hash, pick } from './random.ts'
import {
  acmeRepositories,
  freshDescriptions,
  maintainedRepositories,
  personalRepositories,
  personalRepositoriesByOwner,
} from './repository-names.ts'
import { formerNames, stories } from './stories.ts'

const repositoryName = /^(?!\.\.?$)[\w.-]{1,100}$/

/** The name of each known id, for `/repositories/:id`. */
const namesById = new Map<number, string>()

function idOf(fullName: string): number {
  let id = 100_000_000 + (hash(`id of ${fullName}`) % 800_000_000)
  while ((namesById.get(id) ?? fullName) !== fullName) id++
  namesById.set(id, fullName)
  return id
}

function makeRepository(owner: string, name: string, overrides: Partial<RepoFacts>): RepoFacts {
  return repositoryFacts(owner, name, idOf(`${owner}/${name}`), overrides)
}

/** Two to six different repositories. */
function repositoriesOfPerson(login: string): RepoFacts[] {
  const seed = hash(login)
  const first = between(0, personalRepositories.length - 1, draw(seed, 'first repository'))
  return Array.from({ length: between(2, 6, draw(seed, 'repositories')) }, (_, index) => {
    const position = (first + index * 5) % personalRepositories.length
    const [name, description] = personalRepositories[position] ?? personalRepositories[0]
    return makeRepository(login, name, {
      description,
      stars: Math.floor(5 ** (draw(seed, name) * 4)),
    })
  })
}

function namedRepositories(): RepoFacts[] {
  const ofStories = stories.map((story) => makeRepository(story.owner, story.name, story.facts))
  const ofAcme = acmeRepositories.map(([name, description]) =>
    makeRepository('acme', name, { description }),
  )
  const ofOthers = Object.entries(personalRepositoriesByOwner).flatMap(([owner, names]) =>
    personalRepositories
      .filter(([name]) => names.includes(name))
      .map(([name, description]) => makeRepository(owner, name, { description })),
  )
  const ofMaintainer = maintainedRepositories.map(({ name, openIssues, openPulls }, index) =>
    makeRepository('fay', name, {
      description: `A component of the herbarium, named ${name}.`,
      openIssues,
      openPulls,
      checks: index % 9 === 0 ? 'failing' : 'passing',
    }),
  )
  const ofPeople = people.flatMap((person) => repositoriesOfPerson(person.login))
  return [...ofStories, ...ofAcme, ...ofOthers, ...ofMaintainer, ...ofPeople]
}

/** The repositories that searches find: all but those of `fresh`, `failures` and `naughty`. */
export const catalog: readonly RepoFacts[] = namedRepositories()

const byName = new Map(catalog.map((repo) => [repo.fullName.toLowerCase(), repo]))

const byOwner = new Map<string, RepoFacts[]>()
for (const repo of catalog) byOwner.set(repo.owner, [...(byOwner.get(repo.owner) ?? []), repo])

const freshRepository = memoizeRecent(2_000, (name: string): RepoFacts => {
  const seed = hash(`fresh/${name}`)
  return makeRepository('fresh', name, {
    description: pick(freshDescriptions, draw(seed, 'effect')),
    computingRequests: name.startsWith('computing-') ? 1 : 0,
  })
})

const failingRepository = memoizeRecent(2_000, (fullName: string): RepoFacts => {
  const [owner = '', name = ''] = fullName.split('/')
  const fault = listedFaults.find((listed) => listed.name === name)
  return makeRepository(owner, name, {
    description: fault?.effect ?? 'Fails with the fault in its name.',
  })
})

const naughtyRepositories = naughtyNames.map((name, index) =>
  makeRepository('naughty', name, {
    description: naughtyStrings[index % naughtyStrings.length] ?? null,
    homepage: naughtyStrings[(index + 1) % naughtyStrings.length] ?? null,
    topics: [0, 1, 2].map(
      (next) => naughtyStrings[(index * 3 + next) % naughtyStrings.length] ?? '',
    ),
    stars: index,
  }),
)

export type RepositoryLookup =
  | { kind: 'found'; repo: RepoFacts }
  | { kind: 'moved'; repo: RepoFacts }
  | undefined

function found(repo: RepoFacts | undefined): RepositoryLookup {
  return repo && { kind: 'found', repo }
}

/** Looks up a repository by name; case does not matter. */
export function findRepository(owner: string, name: string): RepositoryLookup {
  const account = findAccount(owner)
  if (!account || !repositoryName.test(name)) return undefined
  const lowerName = name.toLowerCase()

  if (account.login === 'fresh') return findFresh(lowerName)
  if (account.login === 'failures') {
    return found(parseFault(lowerName) && failingRepository(`failures/${lowerName}`))
  }

  if (account.login === 'naughty') {
    return found(naughtyRepositories.find((repo) => repo.name.toLowerCase() === lowerName))
  }

  if (account.login.startsWith('failures-')) {
    return found(repositoriesOf(account, undefined).find((repo) => repo.name === lowerName))
  }

  const fullName = `${account.login.toLowerCase()}/${lowerName}`
  const newName = formerNames[fullName]
  const repo = byName.get(newName ?? fullName)
  return newName && repo ? { kind: 'moved', repo } : found(repo)
}

function findFresh(name: string): RepositoryLookup {
  const newName = name.replace(/^(?:renamed-)+/, '')
  if (newName === name || newName === '') return found(freshRepository(name))
  return { kind: 'moved', repo: freshRepository(newName) }
}

export function repositoryById(id: number): RepoFacts | undefined {
  const [owner, name] = namesById.get(id)?.split('/') ?? []
  if (owner === undefined || name === undefined) return undefined
  return findRepository(owner, name)?.repo
}

/** The repositories of an owner that the viewer can see. */
export function repositoriesOf(owner: Account, viewer: string | undefined): RepoFacts[] {
  if (owner.login === 'fresh') return ['alpha', 'beta', 'gamma'].map(freshRepository)
  if (owner.login === 'failures') {
    return listedFaults.map(({ name }) => failingRepository(`failures/${name}`))
  }
  if (owner.login === 'naughty') return [...naughtyRepositories]
  if (owner.login.startsWith('failures-')) {
    return ['one', 'two', 'three'].map((name) => failingRepository(`${owner.login}/${name}`))
  }
  return (byOwner.get(owner.login) ?? []).filter((repo) => isVisible(repo, viewer))
}
