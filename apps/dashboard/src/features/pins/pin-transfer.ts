import {
  type InboxStates,
  inboxStates,
  mergeInboxStates,
  parseInboxStates,
} from '#components/inbox/inbox-states.ts'
import { MAX_PINS, pins } from '#components/repo/pins.ts'
import { parseStoredRepos, type StoredRepo } from '#components/repo/stored-repos.ts'

/** Adds the pins of a file, and returns what the visitor reads about it. */
export async function importPins(file: File): Promise<string> {
  const { pins: text, inbox } = parseContent(await file.text())
  const repos = parseStoredRepos(text)
  const { added, isFull } = addPins(repos)
  const hasInbox = Object.keys(inbox).length > 0
  if (hasInbox) inboxStates.write(mergeInboxStates(inboxStates.read(), inbox))
  if (repos.length === 0) return hasInbox ? 'Imported your inbox.' : 'No pins found in this file.'
  const result = `Imported ${added} ${added === 1 ? 'pin' : 'pins'}${hasInbox ? ' and your inbox' : ''}.`
  return isFull ? `${result} You’ve reached the limit of ${MAX_PINS}.` : result
}

/** Parses pins alone, or pins and the inbox. */
function parseContent(text: string): { pins: string; inbox: InboxStates } {
  try {
    const { pins: repos, inbox } = JSON.parse(text)
    if (repos === undefined) return { pins: text, inbox: {} }
    return { pins: JSON.stringify(repos), inbox: parseInboxStates(inbox) }
  } catch {
    return { pins: '', inbox: {} }
  }
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
