import { createConcurrencyLimit, MAX_CONCURRENT_REQUESTS } from './concurrency-limit.ts'
import { GitHubError } from './github-error.ts'

/** The requests of one page, which are accepted or rejected together. */
export type RequestBatch = { sequence: number; isAccepted?: boolean }

/** A group of requests, and the share of all slots that it may occupy. */
export type SlotShare = { group: string; share: number }

type SlotRequest = {
  path: string
  batch: RequestBatch
  /** Without its response, the page has nothing to show. */
  isEssential: boolean
  shares: readonly SlotShare[]
  /** Milliseconds since 1970 after which its caller stops waiting. */
  deadline: number
}

type Queued = SlotRequest & { start: () => void; reject: (error: GitHubError) => void }

// A page is rejected if its requests would be queued for longer than this share of its time. The rest
// is for its responses, of which some depend on others.
export const MAX_QUEUED_SHARE = 0.5

/**
 * Creates the queue of requests to GitHub, with a limited number of slots.
 *
 * Essential requests go first, and then those of the page that began first. A request that would be
 * queued for too long is rejected at once. A slow request releases its slot but continues; a
 * request that hangs is aborted when too many are open.
 */
export function createRequestSlots(now: () => number) {
  const limit = createConcurrencyLimit(now)
  // In the order in which they start.
  const queue: Queued[] = []
  const running = new Map<string, number>()
  const hanging = new Set<AbortController>()
  let openCount = 0
  let runningCount = 0
  let lastSequence = 0

  /** Runs work when a slot is free. @throws GitHubError `overloaded` without having run it */
  async function run<T>(
    request: SlotRequest,
    work: (signal: AbortSignal, onHang: () => void) => Promise<T>,
  ): Promise<T> {
    assertFits(request)
    await waitForSlot(request)
    const controller = new AbortController()
    const startedAt = now()
    let hasSlot = true

    function releaseSlot(): void {
      if (hasSlot) occupy(request, -1)
      hasSlot = false
      startQueued()
    }

    let isRecorded = false
    function recordLatency(): void {
      if (!isRecorded) limit.recordLatency(now() - startedAt, queue.length > 0)
      isRecorded = true
    }

    const slowTimer = setTimeout(() => {
      recordLatency()
      // If many are slow, GitHub is congested.
      if (openCount - runningCount < limit.current()) releaseSlot()
    }, limit.slowMs())
    try {
      if (now() >= request.deadline) throw overloadedError(request)
      const onHang = () => {
        hanging.add(controller)
        releaseSlot()
      }
      const result = await work(controller.signal, onHang)
      recordLatency()
      return result
    } catch (error) {
      if (error instanceof GitHubError && error.status !== undefined) recordLatency()
      if (error instanceof GitHubError && error.kind === 'rate-limited') limit.decrease()
      throw error
    } finally {
      clearTimeout(slowTimer)
      hanging.delete(controller)
      if (!controller.signal.aborted) openCount--
      releaseSlot()
    }
  }

  /** Rejects a request, with all of its page if it is the first, instead of queueing it in vain. */
  function assertFits(request: SlotRequest): void {
    const { batch, deadline } = request
    const leftMs = deadline - now()
    batch.isAccepted ??= queuedMs(request, queue) <= leftMs * MAX_QUEUED_SHARE
    const ahead = queue.slice(0, positionOf(request))
    if (!batch.isAccepted || queuedMs(request, ahead) > leftMs) throw overloadedError(request)
  }

  /** The milliseconds until a request has a slot, if others are ahead of it. */
  function queuedMs({ shares }: SlotRequest, ahead: readonly Queued[]): number {
    const rounds = shares.map((share) => {
      const isInGroup = ({ group }: SlotShare) => group === share.group
      const queuedCount = ahead.filter((other) => other.shares.some(isInGroup)).length
      return Math.floor((queuedCount + runningIn(share)) / slotsOf(share))
    })
    return Math.max(...rounds) * limit.usualMs()
  }

  function waitForSlot(request: SlotRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      queue.splice(positionOf(request), 0, { ...request, start: resolve, reject })
      startQueued()
    })
  }

  function positionOf(request: SlotRequest): number {
    const index = queue.findLastIndex((other) => !isBefore(request, other))
    return index + 1
  }

  function startQueued(): void {
    while (queue.length > 0) {
      const index = queue.findIndex(({ shares }) => shares.every(hasFreeSlot))
      if (index < 0 || (openCount >= MAX_CONCURRENT_REQUESTS && !abortHanging())) return
      const [next] = queue.splice(index, 1)
      if (!next) return
      openCount++
      occupy(next, 1)
      next.start()
    }
  }

  function abortHanging(): boolean {
    const [oldest] = hanging
    if (!oldest) return false
    hanging.delete(oldest)
    openCount--
    oldest.abort(new DOMException('aborted to free a slot', 'TimeoutError'))
    return true
  }

  function occupy({ shares }: SlotRequest, change: 1 | -1): void {
    runningCount += change
    for (const share of shares) {
      const count = runningIn(share) + change
      if (count === 0) running.delete(share.group)
      else running.set(share.group, count)
    }
  }

  function hasFreeSlot(share: SlotShare): boolean {
    return runningCount < limit.current() && runningIn(share) < slotsOf(share)
  }

  function runningIn({ group }: SlotShare): number {
    return running.get(group) ?? 0
  }

  function slotsOf({ share }: SlotShare): number {
    return Math.max(Math.floor(limit.current() * share), 1)
  }

  return {
    run,
    createBatch: (): RequestBatch => ({ sequence: ++lastSequence }),
    /** Rejects all queued requests. */
    rejectQueued(toError: (path: string) => GitHubError): void {
      for (const { path, reject } of queue.splice(0)) reject(toError(path))
    },
  }
}

function isBefore(request: SlotRequest, other: SlotRequest): boolean {
  if (request.isEssential !== other.isEssential) return request.isEssential
  return request.batch.sequence < other.batch.sequence
}

function overloadedError({ path }: SlotRequest): GitHubError {
  const reason = 'not requested, because too many requests are queued'
  return new GitHubError('overloaded', { path, isSent: false, reason })
}
