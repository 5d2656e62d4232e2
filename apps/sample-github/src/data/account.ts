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

/** An account with generated details where none are given. */
export function makeAccount(
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
