import { errorRules, GitHubError } from '../http/github-error.ts'

/** The name of a repository that a read below it is bound to. */
export type RepoName = { owner: string; repo: string }

type Options = {
  /**
   * Reads a repository and returns the tag of its ID: as the page request sees it, or from a request
   * that started after a sequence number of the cache.
   */
  readTag: (name: RepoName, startedAfter?: number) => Promise<string>
  /** Resolves when the request that reads the repository for this page request is in flight. */
  waitForRequest: (name: RepoName) => Promise<void>
  nextSequence: () => number
}

type Confirmation = {
  /** It proves what GitHub returned up to this sequence number. */
  startedAfter: number
  tag: Promise<string>
}

export type BoundRepos = ReturnType<typeof createBoundRepos>

/** Creates what the reads of one page request know about the repositories that they are bound to. */
export function createBoundRepos({ readTag, waitForRequest, nextSequence }: Options) {
  const tags = new Map<string, Promise<string>>()
  const confirmations = new Map<string, Confirmation>()

  /** The tag of the repository that has the name, read once for all reads of the page request. */
  function currentTag(name: RepoName): Promise<string> {
    const key = `${name.owner}/${name.repo}`
    const tag = tags.get(key) ?? readTag(name)
    tags.set(key, tag)
    return tag
  }

  /** Resolves when the repository is known or being requested; rejects if it cannot be read. */
  async function waitUntilRequested(name: RepoName): Promise<void> {
    await Promise.race([currentTag(name), waitForRequest(name)]).catch(rethrowForBoundRead)
  }

  /** The current tag; undefined if a failure hides it for now. Rejects if GitHub shows no repository. */
  async function knownTag(name: RepoName): Promise<string | undefined> {
    try {
      return await currentTag(name)
    } catch (error) {
      const isTemporary = error instanceof GitHubError && errorRules(error.kind).status === 503
      return isTemporary ? undefined : rethrowForBoundRead(error)
    }
  }

  /**
   * Returns the tag of the repository from a request that started after a sequence number, so that
   * the repository was public after that. Reads share it: at most one is in flight, and one waits.
   */
  function confirm(name: RepoName, startedAfter: number): Promise<string> {
    const key = `${name.owner}/${name.repo}`.toLowerCase()
    const previous = confirmations.get(key)
    if (previous && previous.startedAfter >= startedAfter) return previous.tag

    async function start(): Promise<string> {
      if (previous) {
        await previous.tag.catch(() => {})
        confirmation.startedAfter = nextSequence()
      }
      return readTag(name, confirmation.startedAfter).catch(rethrowForBoundRead)
    }

    // Until it starts, every read can share it.
    const confirmation = { startedAfter: previous ? Number.POSITIVE_INFINITY : startedAfter }
    const tag = start()
    tag.catch(() => {})
    const next = Object.assign(confirmation, { tag })
    confirmations.set(key, next)
    return tag
  }

  return { currentTag, waitUntilRequested, knownTag, confirm }
}

/** The error of a repository is not recorded as a failure of the read that is bound to it. */
function rethrowForBoundRead(error: unknown): never {
  throw error instanceof GitHubError
    ? new GitHubError(error.kind, { ...error, isSent: false })
    : error
}

/** The next page request reads only data of the repository that has the name now. */
export function reusedNameError(path: string): GitHubError {
  const reason = 'the name belongs to another repository now'
  return new GitHubError('unreachable', { path, isSent: false, reason })
}
