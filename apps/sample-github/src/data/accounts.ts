import { type Account, makeAccount } from './account.ts'
import { parseFault } from './faults.ts'
import { bots, people } from './people.ts'
import { hash } from './random.ts'

export const acme = makeAccount({
  login: 'acme',
  id: 1001,
  kind: 'Organization',
  name: 'Acme Rockets',
  bio: 'We launch software in stages, and take it back when it wobbles.',
  blog: 'https://acme.example',
  location: 'Valparaíso',
  createdDaysAgo: 3_400,
  followers: 4_180,
  following: 0,
})

export const nova = makeAccount({
  login: 'nova',
  id: 1002,
  kind: 'User',
  name: 'Nova Adeyemi',
  bio: 'Forks things and sends them back better.',
  company: '@acme',
  location: 'Lagos',
  blog: 'https://nova.example',
})

export const ann = makeAccount({
  login: 'ann',
  id: 1003,
  kind: 'User',
  name: 'Ann Thorne',
  bio: 'Keeps a diary in git.',
  company: '@acme',
  location: 'Leipzig',
})

export const ben = makeAccount({
  login: 'ben',
  id: 1004,
  kind: 'User',
  name: 'Ben Castellanos',
  bio: 'Counts everything twice.',
  company: '@acme',
  location: 'Pune',
})

const cyd = makeAccount({
  login: 'cyd',
  id: 1007,
  kind: 'User',
  name: 'Cyd Moreau',
  bio: 'Collects maps of places that moved.',
  location: 'Lisbon',
})

const dov = makeAccount({
  login: 'dov',
  id: 1008,
  kind: 'User',
  name: 'Dov Abernathy',
  bio: 'Writes letters, sends few.',
  location: 'Tbilisi',
})

const eve = makeAccount({
  login: 'eve',
  id: 1009,
  kind: 'User',
  name: 'Eve Wójcik',
  bio: 'Tests locks for a living.',
  location: 'Kraków',
})

const fay = makeAccount({
  login: 'fay',
  id: 1011,
  kind: 'User',
  name: 'Fay Lindqvist',
  bio: 'Looks after the forty components of a herbarium.',
  location: 'Oulu',
})

const fresh = makeAccount({
  login: 'fresh',
  id: 1005,
  kind: 'Organization',
  name: 'Fresh Repositories',
  bio: 'Every repository name exists here.',
})

const failures = makeAccount({
  login: 'failures',
  id: 1006,
  kind: 'Organization',
  name: 'Failures',
  bio: 'Every repository here has the fault in its name.',
})

const naughty = makeAccount({
  login: 'naughty',
  id: 1010,
  kind: 'Organization',
  name: 'Naughty Strings',
  bio: 'Every name and text here is a string that breaks careless programs.',
})

const byLogin = new Map(
  [acme, nova, ann, ben, cyd, dov, eve, fay, fresh, failures, naughty, ...people, ...bots].map(
    (account) => [account.login.toLowerCase(), account],
  ),
)
const byId = new Map([...byLogin.values()].map((account) => [account.id, account]))

/** Owners that fail themselves, such as `failures-status-500`. */
function failingAccount(login: string): Account | undefined {
  const fault = parseFault(login.slice('failures-'.length))
  if (!login.startsWith('failures-') || !fault) return undefined
  const failing = makeAccount({
    login,
    id: 500_000 + (hash(login) % 400_000),
    kind: 'Organization',
    name: 'Failing owner',
    bio: `The pages of this owner fail: ${fault.name}.`,
  })
  byId.set(failing.id, failing)
  return failing
}

export function findAccount(login: string): Account | undefined {
  const lowerLogin = login.toLowerCase()
  return byLogin.get(lowerLogin) ?? failingAccount(lowerLogin)
}

/** Finds users and organizations with every word in their login or name. */
export function searchAccounts(words: readonly string[]): Account[] {
  return [...byLogin.values()].filter(({ kind, login, name }) => {
    const text = `${login} ${name}`.toLowerCase()
    return kind !== 'Bot' && words.every((word) => text.includes(word))
  })
}

export function accountById(id: number): Account | undefined {
  return byId.get(id)
}
