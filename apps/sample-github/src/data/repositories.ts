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
  personalRepositories,
  personalRepositoriesByOwner,
} from './repository-names.ts'
import { formerNames, stories } from './stories.ts'

const repositoryName = /^(?!\.\.?$)[\w.-]{1,100}$/

/** Every id that was handed out, so that `/repositories/:id` leads back to the name. */
const namesById = new Map<number, string>()

function idOf(fullName: string): number {
  let id = 100_000_000 + (hash(`id of ${fullName}`) % 800_000_000)
  while ((namesById.get(id) ?? fullName) !== fullName) id++
  namesById.set(id, fullName)
  return id
}

function make(owner: string, name: string, given: Partial<RepoFacts>): RepoFacts {
  return repositoryFacts(owner, name, idOf(`${owner}/${name}`), given)
}

/** Two to six of the personal names, never one twice. */
function repositoriesOfPerson(login: string): RepoFacts[] {
  const seed = hash(login)
  const first = between(0, personalRepositories.length - 1, draw(seed, 'first repository'))
  return Array.from({ length: between(2, 6, draw(seed, 'repositories')) }, (_, index) => {
    const position = (first + index * 5) % personalRepositories.length
    const [name, description] = personalRepositories[position] ?? personalRepositories[0]
    return make(login, name, { description, stars: Math.floor(5 ** (draw(seed, name) * 4)) })
  })
}

function namedRepositories(): RepoFacts[] {
  const told = stories.map((story) => make(story.owner, story.name, story.facts))
  const ofAcme = acmeRepositories.map(([name, description]) => make('acme', name, { description }))
  const ofOthers = Object.entries(personalRepositoriesByOwner).flatMap(([owner, names]) =>
    personalRepositories
      .filter(([name]) => names.includes(name))
      .map(([name, description]) => make(owner, name, { description })),
  )
  const ofPeople = people.flatMap((person) => repositoriesOfPerson(person.login))
  return [...told, ...ofAcme, ...ofOthers, ...ofPeople]
}

/** What search knows: everything but `fresh` and `failures`. */
export const catalog: readonly RepoFacts[] = namedRepositories()

const byName = new Map(catalog.map((repo) => [repo.fullName.toLowerCase(), repo]))

const byOwner = new Map<string, RepoFacts[]>()
for (const repo of catalog) byOwner.set(repo.owner, [...(byOwner.get(repo.owner) ?? []), repo])

const freshRepository = memoizeRecent(2_000, (name: string): RepoFacts => {
  const seed = hash(`fresh/${name}`)
  return make('fresh', name, {
    description: pick(freshDescriptions, draw(seed, 'sentence')),
    computingRequests: name.startsWith('computing-') ? 1 : 0,
  })
})

const failingRepository = memoizeRecent(2_000, (fullName: string): RepoFacts => {
  const [owner = '', name = ''] = fullName.split('/')
  const fault = listedFaults.find((listed) => listed.name === name)
  return make(owner, name, {
    description: fault?.sentence ?? 'Fails in the way that its name says.',
  })
})

const naughtyRepositories = naughtyNames.map((name, index) =>
  make('naughty', name, {
    description: naughtyStrings[index % naughtyStrings.length] ?? null,
    homepage: naughtyStrings[(index + 1) % naughtyStrings.length] ?? null,
    topics: [0, 1, 2].map(
      (next) => naughtyStrings[(index * 3 + next) % naughtyStrings.length] ?? '',
    ),
    stars: index,
  }),
)

export type Found =
  | { kind: 'here'; repo: RepoFacts }
  | { kind: 'moved'; repo: RepoFacts }
  | undefined

function here(repo: RepoFacts | undefined): Found {
  return repo && { kind: 'here', repo }
}

/** Looks a repository up by the name in an address; case does not matter. */
export function findRepository(owner: string, name: string): Found {
  const account = findAccount(owner)
  if (!account || !repositoryName.test(name)) return undefined
  const wanted = name.toLowerCase()

  if (account.login === 'fresh') return findFresh(wanted)
  if (account.login === 'failures') {
    return here(parseFault(wanted) && failingRepository(`failures/${wanted}`))
  }

  if (account.login === 'naughty') {
    return here(naughtyRepositories.find((repo) => repo.name.toLowerCase() === wanted))
  }

  if (account.login.startsWith('failures-')) {
    return here(repositoriesOf(account, undefined).find((repo) => repo.name === wanted))
  }

  const fullName = `${account.login.toLowerCase()}/${wanted}`
  const newName = formerNames[fullName]
  const repo = byName.get(newName ?? fullName)
  return newName && repo ? { kind: 'moved', repo } : here(repo)
}

function findFresh(name: string): Found {
  const newName = name.replace(/^(?:renamed-)+/, '')
  if (newName === name || newName === '') return here(freshRepository(name))
  return { kind: 'moved', repo: freshRepository(newName) }
}

export function repositoryById(id: number): RepoFacts | undefined {
  const [owner, name] = namesById.get(id)?.split('/') ?? []
  if (owner === undefined || name === undefined) return undefined
  return findRepository(owner, name)?.repo
}

/** The repositories of an owner that the viewer may see. */
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
