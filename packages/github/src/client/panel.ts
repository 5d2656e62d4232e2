import { GitHubError } from '../http/github-error.ts'
import type { Snapshot } from '../resources/read.ts'

/** A part of a page that may fail alone. */
export type Panel<T> = ReadyPanel<T> | UnavailablePanel

/** What a panel shows: all or a part of GitHub's answer, or the last good one while there may be a newer. */
export type ReadyPanel<T> =
  | { state: 'ready' | 'partial'; data: T; asOf: string }
  | {
      state: 'stale'
      reason: 'revalidating' | 'upstream-error'
      data: T
      asOf: string
      until?: string
      partial?: true
    }

/** Why a panel has nothing to show yet. */
export type UnavailablePanel =
  | { state: 'computing' }
  | { state: 'forbidden' }
  | { state: 'needs-token' }
  | { state: 'rate-limited'; until: string }
  | { state: 'unavailable' }

/** Takes a read as a panel; `shown` gives its data the form that a page shows. */
export type ToPanel = {
  <T>(read: Promise<Snapshot<T>>): Promise<Panel<T>>
  <T, Shown>(read: Promise<Snapshot<T>>, shown: (data: T) => Shown): Promise<Panel<Shown>>
}

/**
 * Makes the function that takes a read as a panel: its data, or the state that stands for its
 * failure. What is no failure of GitHub's goes on as an exception.
 * @param onUnready is told of each panel whose state may soon be another.
 */
export function createPanel(onUnready: () => void): ToPanel {
  function panel<T>(read: Promise<Snapshot<T>>): Promise<Panel<T>>
  function panel<T, S>(read: Promise<Snapshot<T>>, shown: (data: T) => S): Promise<Panel<S>>
  async function panel(
    read: Promise<Snapshot<unknown>>,
    shown = (data: unknown) => data,
  ): Promise<Panel<unknown>> {
    try {
      const { data, asOf, stale, partial, until } = await read
      if (!stale) return { state: partial ? 'partial' : 'ready', data: shown(data), asOf }
      onUnready()
      return {
        state: 'stale',
        reason: stale,
        data: shown(data),
        asOf,
        ...(until !== undefined && { until }),
        ...(partial && { partial }),
      }
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      const unready = stateOf(error)
      // What GitHub refuses, it has answered: a moment later it refuses again.
      if (!['forbidden', 'needs-token'].includes(unready.state)) onUnready()
      return unready
    }
  }
  return panel
}

function stateOf({ kind, until }: GitHubError): UnavailablePanel {
  if (kind === 'rate-limited' && until !== undefined) return { state: 'rate-limited', until }
  if (kind === 'computing' || kind === 'needs-token') return { state: kind }
  if (kind === 'unreachable' || kind === 'malformed') return { state: 'unavailable' }
  return { state: 'forbidden' }
}
