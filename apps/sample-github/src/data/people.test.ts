import { expect, test } from 'vitest'
import { findAccount } from './accounts.ts'
import { people } from './people.ts'
import { catalog } from './repositories.ts'

test('logins and ids are unique', () => {
  expect(new Set(people.map((item) => item.login)).size).toBe(480)
  expect(new Set(people.map((item) => item.id)).size).toBe(480)
})

test('every login is valid on GitHub', () => {
  for (const { login } of people) expect(login).toMatch(/^[a-z\d](?:[a-z\d-]{0,38})$/)
})

test('no two repositories share a name or an id, and every owner exists', () => {
  expect(new Set(catalog.map((repo) => repo.fullName)).size).toBe(catalog.length)
  expect(new Set(catalog.map((repo) => repo.id)).size).toBe(catalog.length)
  for (const repo of catalog) expect(findAccount(repo.owner)?.login).toBe(repo.owner)
})
