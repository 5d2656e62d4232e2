import type { RepoFacts } from './facts.ts'
import { between, draw, type NonEmpty, pick } from './random.ts'

const summaries: NonEmpty<string> = [
  'A crafted manifest reads files outside of the working directory',
  'Log lines contain the token of a failed request',
  'A <script> in a release name runs in the preview & "report"',
  'Unbounded recursion in the parser of schedules',
]

export function advisorySummary(repo: RepoFacts, index: number): string {
  return pick(summaries, draw(repo.seed, 'advisory', index))
}

/** A made-up identifier in the form of GitHub's. */
export function advisoryId(repo: RepoFacts, index: number): string {
  const part = (name: string) =>
    Array.from({ length: 4 }, (_, place) =>
      between(2, 9, draw(repo.seed, name, index * 4 + place)),
    ).join('')
  return `GHSA-${part('first')}-${part('second')}-${part('third')}`
}
