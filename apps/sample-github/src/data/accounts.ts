import { faultIn } from '../faults/names.ts'
import { bots, people } from './people.ts'
import { between, draw, hash } from './random.ts'

export type Account = {
  login: string
  id: number
  kind: 'User' | 'Organization' | 'Bot'
  name: string
  bio: string | null
  company: string | null
  location: string | null
  blog: string | null
  createdDaysAgo: number
  followers: number
  following: number
}

function account(
  given: Pick<Account, 'login' | 'id' | 'kind' | 'name'> & Partial<Account>,
): Account {
  const seed = hash(given.login)
  return {
    bio: null,
    company: null,
    location: null,
    blog: null,
    createdDaysAgo: between(900, 3600, draw(seed, 'age')),
    followers: between(12, 900, draw(seed, 'followers')),
    following: between(0, 60, draw(seed, 'following')),
    ...given,
  }
}

export const acme = account({
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

export const nova = account({
  login: 'nova',
  id: 1002,
  kind: 'User',
  name: 'Nova Adeyemi',
  bio: 'Forks things and sends them back better.',
  company: '@acme',
  location: 'Lagos',
  blog: 'https://nova.example',
})

export const ann = account({
  login: 'ann',
  id: 1003,
  kind: 'User',
  name: 'Ann Thorne',
  bio: 'Keeps a diary in git.',
  company: '@acme',
  location: 'Leipzig',
})

export const ben = account({
  login: 'ben',
  id: 1004,
  kind: 'User',
  name: 'Ben Castellanos',
  bio: 'Counts everything twice.',
  company: '@acme',
  location: 'Pune',
})

export const cyd = account({
  login: 'cyd',
  id: 1007,
  kind: 'User',
  name: 'Cyd Moreau',
  bio: 'Collects maps of places that moved.',
  location: 'Lisbon',
})

export const dov = account({
  login: 'dov',
  id: 1008,
  kind: 'User',
  name: 'Dov Abernathy',
  bio: 'Writes letters, sends few.',
  location: 'Tbilisi',
})

export const eve = account({
  login: 'eve',
  id: 1009,
  kind: 'User',
  name: 'Eve Wójcik',
  bio: 'Tests locks for a living.',
  location: 'Kraków',
})

export const fresh = account({
  login: 'fresh',
  id: 1005,
  kind: 'Organization',
  name: 'Fresh Repositories',
  bio: 'Every repository name exists here, and nobody has asked for it before.',
})

export const failures = account({
  login: 'failures',
  id: 1006,
  kind: 'Organization',
  name: 'Failures',
  bio: 'Every repository here is broken in the way that its name says.',
})

export const naughty = account({
  login: 'naughty',
  id: 1010,
  kind: 'Organization',
  name: 'Naughty Strings',
  bio: 'Everything here is named and told in strings that break careless programs.',
})

const known = new Map(
  [acme, nova, ann, ben, cyd, dov, eve, fresh, failures, naughty, ...people, ...bots].map((one) => [
    one.login.toLowerCase(),
    one,
  ]),
)
const byId = new Map([...known.values()].map((one) => [one.id, one]))

/** `failures-status-500` and its like: owners whose own pages fail. */
function failingAccount(login: string): Account | undefined {
  const fault = faultIn(login.slice('failures-'.length))
  if (!login.startsWith('failures-') || !fault) return undefined
  const failing = account({
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
  const wanted = login.toLowerCase()
  return known.get(wanted) ?? failingAccount(wanted)
}

export function accountById(id: number): Account | undefined {
  return byId.get(id)
}
