import { GitHubError } from './github-error.ts'

// The circuit opens when so many subjects fail in a row, and GitHub has not responded for so long:
// one slow repository is not an outage, whatever a page reads of it.
export const MIN_FAILURES = 5
export const MIN_SILENCE_MS = 3000
// So many resources fail in a row only if all do: it opens at once.
export const MANY_FAILURES = 40
// A request that takes longer counts as failed, although its response may still arrive.
export const HANGING_AFTER_MS = 3000
// From one probe to the next: doubled after each that fails.
export const MIN_PROBE_INTERVAL_MS = 1000
export const MAX_PROBE_INTERVAL_MS = 3000
// A visitor waits no longer for a probe, and can soon try again.
export const PROBE_PATIENCE_MS = 100

export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>

/**
 * Creates the circuit breaker of one GitHub: while it responds to nothing, the circuit is open, and
 * only one request at a time is sent, as a probe. Any response closes it, also a 4xx.
 */
export function createCircuitBreaker(now: () => number) {
  const failing = new Set<string>()
  let responseCount = 0
  let lastResponseAt = Number.NEGATIVE_INFINITY
  let isOpen = false
  let closedAt = Number.NEGATIVE_INFINITY
  let nextProbeAt = 0
  let probeIntervalMs = MIN_PROBE_INTERVAL_MS
  let currentProbe: { startedAt: number; ended: Promise<void> } | undefined

  function recordResponse(): void {
    responseCount++
    lastResponseAt = now()
    failing.clear()
    if (isOpen) closedAt = now()
    isOpen = false
  }

  function recordFailure(path: string, countBefore: number): void {
    // It is not a failure in a row if GitHub has responded since the request was sent.
    if (isOpen || responseCount > countBefore) return
    failing.add(path)
    const isSilent = !isSoonAfter(lastResponseAt, MIN_SILENCE_MS)
    const subjects = new Set([...failing].map(subjectOf))
    if (failing.size < MANY_FAILURES && !(isSilent && subjects.size >= MIN_FAILURES)) return
    failing.clear()
    isOpen = true
    nextProbeAt = now()
    probeIntervalMs = MIN_PROBE_INTERVAL_MS
  }

  /** Sends a request, and records whether GitHub responds; `onHanging` is called if it hangs. */
  async function track<T>(path: string, send: () => Promise<T>, onHanging: () => void): Promise<T> {
    const countBefore = responseCount
    const timer = setTimeout(() => {
      recordFailure(path, countBefore)
      onHanging()
    }, HANGING_AFTER_MS)
    try {
      const response = await send()
      recordResponse()
      return response
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      if (error.kind === 'unreachable') recordFailure(path, countBefore)
      else recordResponse()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /**
   * Sends a request as a probe if one is due, while the circuit is open. Returns undefined if the
   * probe of another request has closed it meanwhile.
   * @throws GitHubError if GitHub still does not respond
   */
  async function probe<T>(path: string, send: () => Promise<T>): Promise<T | undefined> {
    if (isProbeDue()) return withPatience(path, startProbe(path, send))
    if (currentProbe && isYoung(currentProbe)) {
      const leftMs = currentProbe.startedAt + PROBE_PATIENCE_MS - now()
      await Promise.race([currentProbe.ended, sleep(leftMs)])
    }
    if (isOpen) throw notRequested(path)
    return undefined
  }

  function startProbe<T>(path: string, send: () => Promise<T>): Promise<T> {
    const end = () => {
      if (currentProbe === started) currentProbe = undefined
    }
    const response = track(path, send, end)
    const started = { startedAt: now(), ended: response.then(end, end) }
    currentProbe = started
    nextProbeAt = now() + probeIntervalMs
    probeIntervalMs = Math.min(probeIntervalMs * 2, MAX_PROBE_INTERVAL_MS)
    return response
  }

  function isProbeDue(): boolean {
    // A clock that is set back must not delay it.
    const isDue = nextProbeAt <= now() || nextProbeAt > now() + MAX_PROBE_INTERVAL_MS
    return currentProbe === undefined && isDue
  }

  function isYoung({ startedAt }: { startedAt: number }): boolean {
    return isSoonAfter(startedAt, PROBE_PATIENCE_MS)
  }

  function isSoonAfter(time: number, milliseconds: number): boolean {
    return time <= now() && now() - time < milliseconds
  }

  return {
    track,
    probe,
    isOpen: (): boolean => isOpen,
    /** Whether a request would at least wait for a probe. */
    admits: (): boolean =>
      !isOpen || isProbeDue() || (currentProbe !== undefined && isYoung(currentProbe)),
    /** Whether GitHub has begun to respond again since a time in milliseconds since 1970. */
    hasClosedSince: (time: number): boolean => time < closedAt && closedAt <= now(),
  }
}

/** The repository that a path is about, or else its resource. */
function subjectOf(path: string): string {
  const [resource = ''] = path.split('?')
  return /^\/repos\/[^/]+\/[^/]+/.exec(resource)?.[0] ?? resource
}

async function withPatience<T>(path: string, response: Promise<T>): Promise<T> {
  const impatient = sleep(PROBE_PATIENCE_MS).then(() => Promise.reject(notRequested(path)))
  return Promise.race([response, impatient])
}

function notRequested(path: string): GitHubError {
  const reason = 'not requested, because GitHub does not respond'
  return new GitHubError('unreachable', { path, attempts: 0, reason })
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
