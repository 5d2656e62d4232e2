import { type ErrorRules, errorRules, GitHubError, type Restriction } from '../http/github-error.ts'
import type { Snapshot } from '../resources/read.ts'

/** A part of a page that can fail independently. */
export type Panel<T> = ReadyPanel<T> | UnavailablePanel

/** A panel with data: all or a part of GitHub's response, or the last known data while it is stale. */
type ReadyPanel<T> =
  | { state: 'ready' | 'partial'; data: T; asOf: string; ssoOrganizations?: string[] }
  | {
      state: 'stale'
      reason: 'revalidating' | 'upstream-error'
      data: T
      asOf: string
      until?: string
      partial?: true
      ssoOrganizations?: string[]
    }

/** A panel without data, and why. */
export type UnavailablePanel =
  | { state: Exclude<ErrorRules['panelState'], 'rate-limited' | 'forbidden'> }
  /** With `restriction`, why the token may not read it. */
  | { state: 'forbidden'; restriction?: Restriction }
  | { state: 'rate-limited'; until: string }

/** Turns a read into a panel; `format` gives its data the form that a page shows. */
export type ToPanel = {
  <T>(read: Promise<Snapshot<T>>): Promise<Panel<T>>
  <T, Shown>(read: Promise<Snapshot<T>>, format: (data: T) => Shown): Promise<Panel<Shown>>
}

// Whether another read soon after would have the same state.
const isFinal: Record<UnavailablePanel['state'], boolean> = {
  computing: false,
  forbidden: true,
  'needs-token': true,
  overloaded: false,
  'rate-limited': false,
  'too-large': false,
  unavailable: false,
  unreadable: false,
  unsearchable: false,
}

/**
 * Creates the function that turns a read into a panel: its data, or the state that stands for its
 * error. An error that is not a GitHubError is rethrown, and `too-many-requests`, which concerns the
 * whole page.
 * @param onDegraded Called for each panel with a state that may change soon.
 */
export function createPanel(onDegraded: () => void): ToPanel {
  function toPanel<T>(read: Promise<Snapshot<T>>): Promise<Panel<T>>
  function toPanel<T, S>(read: Promise<Snapshot<T>>, format: (data: T) => S): Promise<Panel<S>>
  async function toPanel(
    read: Promise<Snapshot<unknown>>,
    format = (data: unknown) => data,
  ): Promise<Panel<unknown>> {
    try {
      const { data, asOf, stale, partial, ssoOrganizations, until } = await read
      const sso = ssoOrganizations && { ssoOrganizations }
      if (!stale) return { state: partial ? 'partial' : 'ready', data: format(data), asOf, ...sso }
      onDegraded()
      return {
        state: 'stale',
        reason: stale,
        data: format(data),
        asOf,
        ...(until !== undefined && { until }),
        ...(partial && { partial }),
        ...sso,
      }
    } catch (error) {
      if (!(error instanceof GitHubError) || error.kind === 'too-many-requests') throw error
      const unavailable = unavailablePanel(error)
      if (!isFinal[unavailable.state]) onDegraded()
      return unavailable
    }
  }
  return toPanel
}

function unavailablePanel({ kind, until, restriction }: GitHubError): UnavailablePanel {
  const state = errorRules(kind).panelState
  if (state === 'forbidden') return { state, ...(restriction && { restriction }) }
  if (state !== 'rate-limited') return { state }
  return until === undefined ? { state: 'unavailable' } : { state, until }
}
