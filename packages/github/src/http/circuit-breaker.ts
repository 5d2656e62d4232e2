import { GitHubError } from './github-error.ts'
import { isWaiting, type Wait } from './wait.ts'

// The circuit opens after failures of this many resources in a row, of at least two repositories,
// and this long without any response: one slow repository is not an outage.
export const MIN_FAILURES = 5
export const MIN_FAILING_REPOS = 2
export const MIN_SILENCE_MS = 3000
// After failures of this many different resources in a row it opens at once.
export const MIN_FAILING_RESOURCES = 40
// A request that takes longer counts as a failure, although its response may still arrive.
export const HANG_TIMEOUT_MS = 3000
// The time from one probe to the next doubles after each probe that fails.
export const MIN_PROBE_INTERVAL_MS = 1000
export const MAX_PROBE_INTERVAL_MS = 3000
// The longest that a read waits for a probe.
export const MAX_PROBE_WAIT_MS = 100

/** Open: GitHub does not respond. Closed: it responds. */
export type CircuitState = 'open' | 'closed'

export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>

/**
 * Creates the circuit breaker for one GitHub. While GitHub responds to nothing, the circuit is open:
 * only one request at a time is sent, as a probe. Any response closes it, even a 4xx.
 */
export function createCircuitBreaker(
  now: () => number,
  onChange: (state: CircuitState) => void = () => {},
) {
  const failingPaths = new Set<string>()
  let responseCount = 0
  let lastResponseAt = Number.NEGATIVE_INFINITY
  let isOpen = false
  let closedAt = Number.NEGATIVE_INFINITY
  let probeWait: Wait = { startedAt: 0, until: 0 }
  let probeIntervalMs = MIN_PROBE_INTERVAL_MS
  let currentProbe: { startedAt: number; ended: Promise<void> } | undefined

  function recordResponse(): void {
    responseCount++
    lastResponseAt = now()
    failingPaths.clear()
    if (!isOpen) return
    closedAt = now()
    isOpen = false
    onChange('closed')
  }

  function recordFailure(path: string, responseCountBefore: number): void {
    // Failures are not in a row if GitHub has responded since the request was sent.
    if (isOpen || responseCount > responseCountBefore) return
    failingPaths.add(path)
    const isSilent = !isSoonAfter(lastResponseAt, MIN_SILENCE_MS)
    const failingRepos = new Set([...failingPaths].map(repoPathOf))
    const isOutage =
      failingPaths.size >= MIN_FAILING_RESOURCES ||
      (isSilent && failingPaths.size >= MIN_FAILURES && failingRepos.size >= MIN_FAILING_REPOS)
    if (!isOutage) return
    failingPaths.clear()
    isOpen = true
    probeWait = { startedAt: now(), until: now() }
    probeIntervalMs = MIN_PROBE_INTERVAL_MS
    onChange('open')
  }

  /** Sends a request and records whether GitHub responds; calls `onHang` after `HANG_TIMEOUT_MS`. */
  async function track<T>(path: string, send: () => Promise<T>, onHang: () => void): Promise<T> {
    const responseCountBefore = responseCount
    const timer = setTimeout(() => {
      recordFailure(path, responseCountBefore)
      onHang()
    }, HANG_TIMEOUT_MS)
    try {
      const response = await send()
      recordResponse()
      return response
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      if (error.kind === 'unreachable') recordFailure(path, responseCountBefore)
      else recordResponse()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /**
   * While the circuit is open, sends a request as a probe if a probe is due, and otherwise waits for
   * the current one. Returns undefined, without sending, if that one has closed the circuit.
   * @throws GitHubError if GitHub still does not respond
   */
  async function probe<T>(path: string, send: () => Promise<T>): Promise<T | undefined> {
    if (isProbeDue()) return withProbeTimeout(path, startProbe(path, send))
    if (currentProbe && isRecent(currentProbe)) {
      const leftMs = currentProbe.startedAt + MAX_PROBE_WAIT_MS - now()
      await Promise.race([currentProbe.ended, sleep(leftMs)])
    }
    if (isOpen) throw notRequestedError(path)
    return undefined
  }

  function startProbe<T>(path: string, send: () => Promise<T>): Promise<T> {
    const end = () => {
      if (currentProbe === started) currentProbe = undefined
    }
    const response = track(path, send, end)
    const started = { startedAt: now(), ended: response.then(end, end) }
    currentProbe = started
    probeWait = { startedAt: now(), until: now() + probeIntervalMs }
    probeIntervalMs = Math.min(probeIntervalMs * 2, MAX_PROBE_INTERVAL_MS)
    return response
  }

  function isProbeDue(): boolean {
    return currentProbe === undefined && !isWaiting(probeWait, now())
  }

  function isRecent({ startedAt }: { startedAt: number }): boolean {
    return isSoonAfter(startedAt, MAX_PROBE_WAIT_MS)
  }

  function isSoonAfter(time: number, milliseconds: number): boolean {
    return time <= now() && now() - time < milliseconds
  }

  return {
    track,
    probe,
    isOpen: (): boolean => isOpen,
    /** Whether a request would be sent, or would wait for the current probe. */
    canRequest: (): boolean =>
      !isOpen || isProbeDue() || (currentProbe !== undefined && isRecent(currentProbe)),
    /** Whether an outage has ended after a time, in milliseconds since 1970. */
    hasClosedSince: (time: number): boolean => time < closedAt && closedAt <= now(),
  }
}

/** The path of the repository that a path is about, or else the path without its query. */
export function repoPathOf(path: string): string {
  const [resource = ''] = path.split('?')
  return /^\/repos\/[^/]+\/[^/]+/.exec(resource)?.[0] ?? resource
}

async function withProbeTimeout<T>(path: string, response: Promise<T>): Promise<T> {
  const timeout = sleep(MAX_PROBE_WAIT_MS).then(() => Promise.reject(notRequestedError(path)))
  return Promise.race([response, timeout])
}

/** The error for a request that is not sent while the circuit is open. */
export function notRequestedError(path: string): GitHubError {
  const reason = 'not requested, because GitHub does not respond'
  return new GitHubError('unreachable', { path, isSent: false, reason })
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
