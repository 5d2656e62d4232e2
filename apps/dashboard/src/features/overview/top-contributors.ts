import { type BusFactor, busFactor, type Contributor } from '@repo/github'

/** The contributors that a panel lists, of how many, and how concentrated their work is. */
export type TopContributors = { people: Contributor[]; total: number; busFactor: BusFactor | null }

const listed = 6

/** Takes the first contributors of the list: a page's props hold what it shows. */
export function topContributors(all: readonly Contributor[]): TopContributors {
  return { people: all.slice(0, listed), total: all.length, busFactor: busFactor(all) }
}
