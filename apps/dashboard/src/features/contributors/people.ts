import { type BusFactor, busFactor, type Contributor, type ContributorYear } from '@repo/github'

/** Who has ever committed, one page of them; shares are of the commits of those whom GitHub lists, from 0 to 1. */
export type AllTime = {
  people: (Contributor & { share: number })[]
  page: number
  lastPage: number
  total: number
  busFactor: BusFactor | null
}

/** Who committed in the last year: the most active of them, and how many there are. */
export type LastYear = {
  people: ContributorYear[]
  total: number
  commits: number
  busFactor: BusFactor | null
}

const perPage = 30

/** One page of all contributors; a number that is too high is the last page. On the server. */
export function allTime(all: readonly Contributor[], asked: number): AllTime {
  const lastPage = Math.max(Math.ceil(all.length / perPage), 1)
  const page = Math.min(asked, lastPage)
  const commits = sumOf(all)
  const people = all
    .slice((page - 1) * perPage, page * perPage)
    .map((one) => ({ ...one, share: commits === 0 ? 0 : one.commits / commits }))
  return { people, page, lastPage, total: all.length, busFactor: busFactor(all) }
}

/** The most active contributors of the last year. On the server. */
export function lastYear(active: readonly ContributorYear[]): LastYear {
  return {
    people: active.slice(0, perPage),
    total: active.length,
    commits: sumOf(active),
    busFactor: busFactor(active),
  }
}

function sumOf(people: readonly { commits: number }[]): number {
  return people.reduce((sum, { commits }) => sum + commits, 0)
}
