import { GitHubError } from './github-error.ts'
import type { Dated } from './reader.ts'

/** A part of a page that may fail alone. */
export type Panel<T> = ({ state: 'ready' } & Dated<T>) | UnreadyPanel

/** Why a panel has nothing to show yet. */
export type UnreadyPanel =
  | { state: 'computing' }
  | { state: 'forbidden' }
  | { state: 'limited'; until: string }
  | { state: 'unreachable' }

/**
 * Takes a read as a panel: its data in the form that a page shows, or the state that stands for its
 * failure. What is no failure of GitHub's goes on as an exception.
 */
export async function panelOf<T, Shown>(
  read: Promise<Dated<T>>,
  shown: (data: T) => Shown,
): Promise<Panel<Shown>> {
  try {
    const { data, asOf } = await read
    return { state: 'ready', data: shown(data), asOf }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return stateOf(error)
  }
}

function stateOf({ kind, until }: GitHubError): UnreadyPanel {
  if (kind === 'rate-limited' && until !== undefined) return { state: 'limited', until }
  if (kind === 'computing') return { state: 'computing' }
  if (kind === 'unreachable' || kind === 'malformed') return { state: 'unreachable' }
  return { state: 'forbidden' }
}
