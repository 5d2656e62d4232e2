import { type GitHub, GitHubError, type ToPanel } from '@repo/github'
import { readOverview } from '#features/overview/read-overview.server.ts'
import type { Overview } from '#features/overview/repo-overview.tsx'

/** A repository to compare: what is known of it, or why nothing is. */
export type Read = { name: string; overview: Overview } | Missing

export type Missing = { name: string; missing: 'not-found' | 'blocked' | 'forbidden' }

type Tools = { github: GitHub; panel: ToPanel }

/**
 * Reads repositories beside each other. One that is not there leaves its column empty; a GitHub that
 * cannot be asked is a failure of the whole.
 */
export async function readCompared(tools: Tools, names: readonly string[]): Promise<Read[]> {
  return Promise.all(names.map((name) => readOne(tools, name)))
}

async function readOne(tools: Tools, fullName: string): Promise<Read> {
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
