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

/** Creates an account; missing details derive from the login. */
export function makeAccount(
  overrides: Pick<Account, 'login' | 'id' | 'kind' | 'name'> & Partial<Account>,
): Account {
  const seed = hash(overrides.login)
  return {
    bio: null,
    company: null,
    location: null,
    blog: null,
    createdDaysAgo: between(900, 3600, draw(seed, 'age')),
    followers: between(12, 900, draw(seed, 'followers')),
    following: between(0, 60, draw(seed, 'following')),
    ...overrides,
  }
}
