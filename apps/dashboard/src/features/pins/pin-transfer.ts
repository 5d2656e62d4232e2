import {
  type InboxStates,
  inboxStates,
  mergeInboxStates,
  parseInboxStates,
} from '#components/inbox/inbox-states.ts'
import { MAX_PINS, pins } from '#components/repo/pins.ts'
import { parseStoredRepos, type StoredRepo } from '#components/repo/stored-repos.ts'

/**
 * Adds the pins and the inbox of a file, and returns what the visitor reads about it. A file with any
 * invalid part changes nothing.
 */
export async function importPins(file: File): Promise<string> {
  const content = parseContent(await file.text().catch(() => ''))
  if ('problem' in content) return `${content.problem} Nothing was imported.`
  const { repos, inbox } = content
  const { added, isFull } = addPins(repos)
  const hasInbox = Object.keys(inbox).length > 0
  if (hasInbox) inboxStates.write(mergeInboxStates(inboxStates.read(), inbox))
  if (repos.length === 0) return 'Imported your inbox.'
  const result = `Imported ${added} ${added === 1 ? 'pin' : 'pins'}${hasInbox ? ' and your inbox' : ''}.`
  return isFull ? `${result} You’ve reached the limit of ${MAX_PINS}.` : result
}

type Content = { repos: StoredRepo[]; inbox: InboxStates }

/** Parses pins alone, or pins and the inbox. */
function parseContent(text: string): Content | { problem: string } {
  const json = parseJson(text)
  if (json === undefined) return { problem: 'This is not a JSON file.' }
  const { pins: listed = [], inbox = {} } = Array.isArray(json) ? { pins: json } : Object(json)
  if (!Array.isArray(listed)) return { problem: 'The pins in this file are not a list.' }
  const invalid = listed.findIndex((pin) => parseStoredRepos(JSON.stringify([pin])).length === 0)
  if (invalid >= 0) {
    return {
      problem: `Pin ${invalid + 1} in this file is invalid: a pin has an ID, and a name like octocat/hello-world.`,
    }
  }
  if (!isInbox(inbox)) return { problem: 'The inbox in this file is invalid.' }
  const repos = parseStoredRepos(JSON.stringify(listed))
  const isEmpty = repos.length === 0 && Object.keys(inbox).length === 0
  return isEmpty
    ? { problem: 'This file contains no pins and no inbox.' }
    : { repos, inbox: parseInboxStates(inbox) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether every part of an inbox is valid. */
function isInbox(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const states = parseInboxStates(value)
  return Object.entries(value).every(([login, state]) => {
    const { hidden, queries, visit } = Object(state)
    const parsed = states[login]
    return (
      parsed !== undefined &&
      parsed.hidden.length === hidden?.length &&
      parsed.queries.length === queries?.length &&
      (parsed.visit === null) === (visit === null)
    )
  })
}

/**
 * Adds pins up to the limit; a repository that is pinned already keeps its place.
 * @returns how many were added, and whether some did not fit.
 */
function addPins(repos: readonly StoredRepo[]): { added: number; isFull: boolean } {
  const before = pins.read()
  const byId = new Map([...before, ...repos].map((repo) => [repo.id, repo]))
  pins.write([...byId.values()])
  return { added: pins.read().length - before.length, isFull: byId.size > MAX_PINS }
}

/** Saves pins as a file, with what this browser saves of the inbox. */
export function exportPins(repos: readonly StoredRepo[]): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(contentOf(repos), null, 2)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = 'pins.json'
  link.click()
  URL.revokeObjectURL(url)
}

function contentOf(repos: readonly StoredRepo[]): unknown {
  const inbox = inboxStates.read()
  return Object.keys(inbox).length > 0 ? { pins: repos, inbox } : repos
}
