import type { UnavailablePanel } from '@repo/github'

/** A repository that GitHub does not return. */
export type MissingRepo = { name: string; missing: 'not-found' | 'blocked' | 'forbidden' }

/** A repository that could not be read this time. */
export type FailedRepo = { name: string; failure: UnavailablePanel }

/** A repository of a list without data. */
export type UnreadRepo = MissingRepo | FailedRepo

export const missingTexts = {
  'not-found': 'It doesn’t exist, or it’s private.',
  blocked: 'GitHub disabled it for legal reasons or a terms violation.',
  forbidden: 'This site has no permission to read it.',
}

/** Why an export lacks a fact, or all of a repository; with `until`, an ISO 8601 time to try again. */
export type ExportError = { kind: string; until?: string }

/** A repository in an export, without facts. */
export type UnreadExport = {
  repository: string
  source: null
  asOf: null
  facts: []
  error: ExportError
}

/** Exports a repository without data: its name, and why. */
export function exportUnread(repo: UnreadRepo): UnreadExport {
  const { name: repository } = repo
  const error = 'missing' in repo ? { kind: repo.missing } : errorOf(repo.failure)
  return { repository, source: null, asOf: null, facts: [], error }
}

/** Exports why a read has no data. */
export function errorOf(failure: UnavailablePanel): ExportError {
  const { state: kind } = failure
  return failure.state === 'rate-limited' ? { kind, until: failure.until } : { kind }
}

/** Exports names that are skipped: texts that name no repository, and repositories over the limit. */
export function exportSkipped(
  names: readonly string[],
  isName: (name: string) => boolean,
): UnreadExport[] {
  return names.map((repository) => ({
    repository,
    source: null,
    asOf: null,
    facts: [],
    error: { kind: isName(repository) ? 'over-limit' : 'invalid-name' },
  }))
}
