import type { RepoSummary } from '@repo/github'
import { expect, test } from 'vitest'
import {
  filterRepos,
  languagesOf,
  type OwnerFilters,
  ownerReposTitle,
  parseOwnerReposRequest,
} from './owner-repos.ts'

function repo(name: string, more: Partial<RepoSummary> = {}): RepoSummary {
  return {
    fullName: `acme/${name}`,
    description: null,
    language: null,
    stars: 0,
    forks: 0,
    pushedAt: null,
    archived: false,
    fork: false,
    ...more,
  }
}

const repos = [
  repo('rocket', { language: 'Rust', stars: 10 }),
  repo('Engine', { language: 'Rust', stars: 30, fork: true }),
  repo('docs', { language: 'HTML', stars: 20, archived: true }),
  repo('notes'),
]

function namesOf(filters: OwnerFilters, sort: 'pushed' | 'stars' | 'name' = 'pushed'): string[] {
  const { items } = filterRepos(repos, { filters, sort, page: 1 })
  return items.map(({ fullName }) => fullName.slice('acme/'.length))
}

test('the URL contains the filters, and invalid ones are ignored', () => {
  const query = { language: ' Rust ', type: 'fork', archived: 'only', sort: 'name', page: '2' }
  expect(parseOwnerReposRequest(query)).toEqual({
    filters: { language: 'Rust', type: 'fork', archived: 'only' },
    sort: 'name',
    page: 2,
  })
  expect(
    parseOwnerReposRequest({ language: 'x'.repeat(51), type: 'mirror', archived: 'yes' }),
  ).toEqual({ filters: {}, sort: 'pushed', page: 1 })
})

test('repositories are filtered by language, type and archived', () => {
  expect(namesOf({ language: 'rust' })).toEqual(['rocket', 'Engine'])
  expect(namesOf({ type: 'fork' })).toEqual(['Engine'])
  expect(namesOf({ type: 'source' })).toEqual(['rocket', 'docs', 'notes'])
  expect(namesOf({ archived: 'only' })).toEqual(['docs'])
  expect(namesOf({ archived: 'no', language: 'Rust', type: 'source' })).toEqual(['rocket'])
  expect(namesOf({ language: 'Go' })).toEqual([])
})

test('filtered repositories are sorted by push, stars or name', () => {
  expect(namesOf({ archived: 'no' })).toEqual(['rocket', 'Engine', 'notes'])
  expect(namesOf({}, 'stars')).toEqual(['Engine', 'docs', 'rocket', 'notes'])
  expect(namesOf({}, 'name')).toEqual(['docs', 'Engine', 'notes', 'rocket'])
})

test('filtered repositories have pages of 30', () => {
  const many = Array.from({ length: 61 }, (_, index) => repo(`r${index}`))
  const pageOf = (page: number) => {
    const { items, ...position } = filterRepos(many, { filters: {}, sort: 'pushed', page })
    return { ...position, length: items.length }
  }
  expect(pageOf(1)).toEqual({ page: 1, hasNext: true, lastPage: 3, total: 61, length: 30 })
  expect(pageOf(3)).toEqual({ page: 3, hasNext: false, lastPage: 3, total: 61, length: 1 })
  expect(pageOf(9)).toEqual({ page: 9, hasNext: false, lastPage: 3, total: 61, length: 0 })
})

test('each language is listed once', () => {
  expect(languagesOf(repos)).toEqual(['HTML', 'Rust'])
})

test('the title names the filters and the page', () => {
  const titleOf = (filters: OwnerFilters, page = 1) =>
    ownerReposTitle('acme', { filters, sort: 'pushed', page })
  expect(titleOf({})).toBe('acme')
  expect(titleOf({}, 2)).toBe('Repositories, page 2 · acme')
  expect(titleOf({ archived: 'only', language: 'Rust', type: 'fork' })).toBe(
    'Archived Rust forks · acme',
  )
  expect(titleOf({ archived: 'no', type: 'source' }, 3)).toBe(
    'Active source repositories, page 3 · acme',
  )
})
