import type { Contributor } from '@repo/github'

/** The contributors that a panel lists, and of how many. */
export type TopContributors = { people: Contributor[]; total: number }

const listed = 6

/** Takes the first contributors of the list: a page's props hold what it shows. */
export function topContributors(people: readonly Contributor[]): TopContributors {
  return { people: people.slice(0, listed), total: people.length }
}
