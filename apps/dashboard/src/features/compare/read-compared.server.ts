import { type GitHub, GitHubError, type ToPanel } from '@repo/github'
import { readOverview } from '#features/overview/read-overview.server.ts'
import type { Overview } from '#features/overview/repo-overview.tsx'

/** A repository to compare: its overview, or why there is none. */
export type CompareResult = { name: string; overview: Overview } | MissingRepo

/** A repository that GitHub does not return. */
export type MissingRepo = { name: string; missing: 'not-found' | 'blocked' | 'forbidden' }

type ReadTools = { github: GitHub; panel: ToPanel }

/**
 * Reads repositories in parallel. A missing repository is a result; throws when GitHub does not
 * respond.
 */
export async function readCompared(
  tools: ReadTools,
  names: readonly string[],
): Promise<CompareResult[]> {
  return Promise.all(names.map((name) => readOne(tools, name)))
}

async function readOne(tools: ReadTools, fullName: string): Promise<CompareResult> {
  const [owner = '', name = ''] = fullName.split('/')
  try {
    return { name: fullName, overview: await readOverview(tools, owner, name) }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (error.kind === 'renamed' && error.fullName) return readOne(tools, error.fullName)
    const { kind } = error
    if (kind === 'blocked' || kind === 'forbidden') return { name: fullName, missing: kind }
    if (kind === 'not-found' || kind === 'gone') return { name: fullName, missing: 'not-found' }
    throw error
  }
}
