import { errorRules, type GitHub, GitHubError, type Snapshot, type ToPanel } from '@repo/github'
import type { FailedRepo, MissingRepo } from '#components/repo/unread-repo.ts'
import { rowAge } from './board-age.ts'
import { type BoardRow, createCells } from './board-row.ts'
import { createNeedQueue, type NeedQueue } from './need-queue.ts'

type BoardOptions = {
  /** Whether it waits for cells that take long. */
  waitsForAll?: boolean
  /** Milliseconds since 1970. */
  now?: number
  /** When the page began with the reads on which the board depends, in milliseconds since 1970. */
  startedAt?: number
}

type ReadTools = { github: GitHub; panel: ToPanel }

// The order in which a maintainer needs the columns: a lower rank is read first.
const ranks = {
  repo: 0,
  ci: 1,
  open: 2,
  release: 3,
  advisories: 4,
  changes: 5,
  stars: 6,
} as const

const DAY_MS = 86_400_000

/**
 * Reads the repositories of a board. A repository that is missing, or that GitHub fails to return, is
 * a row; throws when every one fails, and any error that concerns the whole page. A cell that takes
 * too long is `overloaded`, and is in the cache soon after.
 */
export async function readBoard(
  tools: ReadTools,
  names: readonly string[],
  options: BoardOptions = {},
): Promise<BoardRow[]> {
  const results = await readRows(tools, names, options)
  const renamed = results.flatMap((result) => ('renamedTo' in result ? [result.renamedTo] : []))
  const current = renamed.length > 0 ? await readRows(tools, renamed, options) : []
  const rows = results.map((result) => {
    if (!('renamedTo' in result)) return result
    const found = current[renamed.indexOf(result.renamedTo)]
    // Names that redirect to each other are no repository.
    if (!found || 'renamedTo' in found) return { name: result.name, missing: 'not-found' as const }
    return 'cells' in found ? { ...found, formerNames: [result.name] } : found
  })
  return mergeDuplicates(rows)
}

type RenamedRepo = { name: string; renamedTo: string }

async function readRows(
  { github, panel }: ReadTools,
  names: readonly string[],
  { waitsForAll = false, now = Date.now(), startedAt }: BoardOptions,
): Promise<(BoardRow | RenamedRepo)[]> {
  const queue = createNeedQueue({ waitsForAll, startedAt })
  const since = startOfDay(now - 7 * DAY_MS)
  try {
    const reads = names.map((name) => startReads(github, queue, name, since))
    const settled = await Promise.allSettled(reads.map((read) => finishRow(read, { panel, queue })))
    const errors = settled.flatMap((row) => (row.status === 'rejected' ? [row.reason] : []))
    if (errors.length > 0 && errors.length === settled.length) throw errors[0]
    return await Promise.all(
      settled.map((row, index) =>
        row.status === 'fulfilled'
          ? row.value
          : createFailedRow(panel, names[index] ?? '', row.reason),
      ),
    )
  } finally {
    queue.close()
  }
}

// The same all day, so that GitHub's responses can be cached.
function startOfDay(time: number): string {
  return new Date(Math.floor(time / DAY_MS) * DAY_MS).toISOString()
}

type RepoReads = ReturnType<typeof startReads>

/** Starts the reads of a repository; a read that depends on another starts after it. */
function startReads(github: GitHub, queue: NeedQueue, fullName: string, since: string) {
  const [owner = '', name = ''] = fullName.split('/')
  const repo = queue.run(ranks.repo, () => github.getRepo(owner, name))
  const items = queue.run(ranks.open, () => github.countOpenItems(owner, name))
  const release = queue.run(ranks.release, () =>
    github.getLatestRelease(owner, name, { isOptional: true }),
  )
  const reads = {
    repo,
    items,
    release,
    checks: queue.run(ranks.ci, () => github.getChecks(owner, name)),
    runs: readRuns(),
    pulls: readPulls(),
    unreleased: readUnreleased(),
    advisories: queue.run(ranks.advisories, () => github.listSecurityAdvisories(owner, name)),
    changes: queue.run(ranks.changes, () => github.countOpenChanges(owner, name, since)),
    stars: queue.run(ranks.stars, () => github.getRecentStars(owner, name)),
  }
  // The page may not wait for them.
  for (const read of Object.values(reads)) read.catch(() => {})
  return { ...reads, fullName }

  async function readRuns() {
    const { data, ...freshness } = await repo
    const { defaultBranch } = data
    if (defaultBranch === null) return { ...freshness, data: null }
    return queue.run(ranks.ci, () => github.countWorkflowRuns(owner, name, defaultBranch))
  }

  // The list of open items has no count if it has several pages, or if issues are disabled.
  async function readPulls(): Promise<Snapshot<number | null>> {
    const { data } = await repo
    if (!data.issuesDisabled) {
      const found = await items
      if (found.data.pulls !== null) return { ...found, data: found.data.pulls }
    }
    return queue.run(ranks.open, () => github.countOpenPulls(owner, name))
  }

  async function readUnreleased() {
    const latest = await release
    if (latest.data === null) return { ...latest, data: null }
    const { tag } = latest.data
    return queue.run(ranks.release, () => github.getUnreleasedCommits(owner, name, tag))
  }
}

async function finishRow(
  reads: RepoReads,
  { panel, queue }: { panel: ToPanel; queue: NeedQueue },
): Promise<BoardRow | RenamedRepo> {
  const { fullName } = reads
  async function toPanel<T>(read: Promise<Snapshot<T>>) {
    return panel(inTime(read, queue, fullName))
  }
  try {
    const snapshot = await inTime(reads.repo, queue, fullName)
    const { data: repo } = snapshot
    // GitHub responds with an error to reads of disabled issues.
    const [checks, runs, release, unreleased, pulls, advisories, stars, items, changes] =
      await Promise.all([
        toPanel(reads.checks),
        toPanel(reads.runs),
        toPanel(reads.release),
        toPanel(reads.unreleased),
        toPanel(reads.pulls),
        toPanel(reads.advisories),
        toPanel(reads.stars),
        repo.issuesDisabled ? null : toPanel(reads.items),
        repo.issuesDisabled ? null : toPanel(reads.changes),
      ])
    const panels = { checks, runs, release, unreleased, pulls, advisories, stars, items, changes }
    return {
      name: repo.fullName,
      ...(repo.visibility && { visibility: repo.visibility }),
      id: repo.id,
      formerNames: [],
      isArchived: repo.archived,
      url: repo.url,
      age: rowAge(snapshot, Object.values(panels)),
      cells: createCells(repo, panels),
    }
  } catch (error) {
    return createMissingRow(fullName, error)
  }
}

/** Rejects when the page does not wait for a read any longer. */
async function inTime<T>(
  read: Promise<Snapshot<T>>,
  queue: NeedQueue,
  fullName: string,
): Promise<Snapshot<T>> {
  const snapshot = await queue.waitFor(read)
  if (snapshot) return snapshot
  const reason = 'the page does not wait for it'
  throw new GitHubError('overloaded', { path: `/repos/${fullName}`, isSent: false, reason })
}

function createMissingRow(name: string, error: unknown): MissingRepo | RenamedRepo {
  if (!(error instanceof GitHubError)) throw error
  const { kind, fullName } = error
  if (kind === 'renamed' && fullName !== undefined) return { name, renamedTo: fullName }
  if (kind === 'blocked' || kind === 'forbidden') return { name, missing: kind }
  if (kind === 'not-found' || kind === 'gone') return { name, missing: 'not-found' }
  throw error
}

// As a panel, the failure shortens the page's lifetime and has the texts of panels.
async function createFailedRow(panel: ToPanel, name: string, error: unknown): Promise<FailedRepo> {
  const isTemporary = error instanceof GitHubError && errorRules(error.kind).status === 503
  if (!isTemporary) throw error
  const failure = await panel(Promise.reject<Snapshot<never>>(error))
  if ('data' in failure) throw error
  return { name, failure }
}

/** Merges rows of the same repository, requested under several names. */
function mergeDuplicates(rows: readonly BoardRow[]): BoardRow[] {
  const merged = new Map<number | string, BoardRow>()
  for (const row of rows) {
    const key = 'cells' in row ? (row.id ?? row.name.toLowerCase()) : `unread ${row.name}`
    const same = merged.get(key)
    if (same && 'cells' in same && 'cells' in row) same.formerNames.push(...row.formerNames)
    else merged.set(key, row)
  }
  return [...merged.values()]
}
