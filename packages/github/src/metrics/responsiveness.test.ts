import { expect, test } from 'vitest'
import type { Conversation, Conversations } from '../resources/conversations.ts'
import { computeResponsiveness, listDurations } from './responsiveness.ts'

const ann = { login: 'ann', isHuman: true }
const ben = { login: 'ben', isHuman: true }
const robot = { login: 'robot[bot]', isHuman: false }
// A human with a name that ends like a bot's.
const abbot = { login: 'abbot', isHuman: true }

/** Creates an open issue of Ann's, opened on a day in May 2026. */
function issue(number: number, openedOn: number, more: Partial<Conversation> = {}): Conversation {
  return {
    number,
    url: `https://github.com/acme/rocket/issues/${number}`,
    kind: 'issue',
    author: ann,
    draft: false,
    openedAt: day(openedOn),
    closedAt: null,
    mergedAt: null,
    ...more,
  }
}

function pull(number: number, openedOn: number, more: Partial<Conversation> = {}): Conversation {
  return issue(number, openedOn, { kind: 'pull', ...more })
}

function day(dayOfMay: number, time = '00:00'): string {
  return `2026-05-${String(dayOfMay).padStart(2, '0')}T${time}:00Z`
}

function conversations(
  items: Conversation[],
  comments: Conversations['comments'],
  since: string | null = null,
): Conversations {
  return { items, comments, commentsSince: { issue: since, pull: since } }
}

const hour = 3600

test('reports the median time to first response and the number of unanswered issues', () => {
  const items = [issue(4, 20), issue(3, 15), issue(2, 10), issue(1, 1)]
  const comments = [
    // After 2 hours, and again later.
    { number: 4, by: ben, at: day(20, '02:00') },
    { number: 4, by: ben, at: day(21) },
    // After 10 hours.
    { number: 3, by: ben, at: day(15, '10:00') },
    // After 3 hours.
    { number: 1, by: abbot, at: day(1, '03:00') },
  ]
  expect(
    computeResponsiveness(conversations(items, comments), 'issue').timeToFirstResponse,
  ).toEqual({
    sampleSize: 4,
    since: day(1),
    responded: 3,
    medianSeconds: 3 * hour,
    awaitingResponse: 1,
    oldestUnanswered: {
      number: 2,
      url: 'https://github.com/acme/rocket/issues/2',
      openedAt: day(10),
    },
  })
})

test('does not count comments of bots, the author or deleted accounts as responses', () => {
  const items = [issue(1, 1)]
  const comments = [
    { number: 1, by: robot, at: day(2) },
    { number: 1, by: ann, at: day(3) },
    { number: 1, by: null, at: day(4) },
    // On another issue.
    { number: 2, by: ben, at: day(5) },
  ]
  expect(
    computeResponsiveness(conversations(items, comments), 'issue').timeToFirstResponse,
  ).toMatchObject({
    responded: 0,
    medianSeconds: null,
    awaitingResponse: 1,
  })
  const later = [...comments, { number: 1, by: ben, at: day(6) }]
  expect(
    computeResponsiveness(conversations(items, later), 'issue').timeToFirstResponse,
  ).toMatchObject({
    responded: 1,
    medianSeconds: 5 * 24 * hour,
    awaitingResponse: 0,
    oldestUnanswered: null,
  })
})

test('ignores items of bots and of the other kind', () => {
  const items = [issue(3, 3, { author: robot }), pull(2, 2), issue(1, 1, { author: null })]
  const { timeToFirstResponse, resolution } = computeResponsiveness(
    conversations(items, []),
    'issue',
  )
  expect(timeToFirstResponse).toMatchObject({ sampleSize: 1, since: day(1), awaitingResponse: 1 })
  expect(resolution).toMatchObject({ sampleSize: 1, stillOpen: 1 })
})

test('does not count closed items or drafts as awaiting a response', () => {
  const items = [pull(2, 2, { draft: true }), pull(1, 1, { closedAt: day(9) })]
  expect(computeResponsiveness(conversations(items, []), 'pull').timeToFirstResponse).toEqual({
    sampleSize: 2,
    since: day(1),
    responded: 0,
    medianSeconds: null,
    awaitingResponse: 0,
    oldestUnanswered: null,
  })
})

test('measures first responses only where every comment is known', () => {
  const items = [issue(3, 20), issue(2, 10), issue(1, 1)]
  const comments = [{ number: 3, by: ben, at: day(20, '01:00') }]
  const { timeToFirstResponse, resolution } = computeResponsiveness(
    conversations(items, comments, day(10)),
    'issue',
  )
  expect(timeToFirstResponse).toMatchObject({
    sampleSize: 2,
    since: day(10),
    responded: 1,
    awaitingResponse: 1,
  })
  // The closing times are known for all items.
  expect(resolution).toMatchObject({ sampleSize: 3, since: day(1) })
})

test('does not count a comment older than the issue as a response', () => {
  const comments = [{ number: 1, by: ben, at: day(1) }]
  const { timeToFirstResponse } = computeResponsiveness(
    conversations([issue(1, 2)], comments),
    'issue',
  )
  expect(timeToFirstResponse.responded).toBe(0)
})

test('reports the median time to close an issue', () => {
  const items = [
    issue(4, 20),
    // 1, 9 and 4 days.
    issue(3, 15, { closedAt: day(16) }),
    issue(2, 10, { closedAt: day(19) }),
    issue(1, 1, { closedAt: day(5) }),
  ]
  expect(computeResponsiveness(conversations(items, []), 'issue').resolution).toEqual({
    sampleSize: 4,
    since: day(1),
    resolved: 3,
    medianSeconds: 4 * 24 * hour,
    stillOpen: 1,
  })
})

test('reports the median time to merge a pull request, not to close it', () => {
  const items = [
    pull(4, 20),
    // Merged after 2 days and after 6; the third was closed unmerged.
    pull(3, 15, { closedAt: day(17), mergedAt: day(17) }),
    pull(2, 10, { closedAt: day(16), mergedAt: day(16) }),
    pull(1, 1, { closedAt: day(2) }),
  ]
  expect(computeResponsiveness(conversations(items, []), 'pull').resolution).toEqual({
    sampleSize: 4,
    since: day(1),
    resolved: 2,
    medianSeconds: 4 * 24 * hour,
    stillOpen: 1,
  })
})

test('reports null medians without items', () => {
  expect(computeResponsiveness(conversations([], []), 'issue')).toEqual({
    timeToFirstResponse: {
      sampleSize: 0,
      since: null,
      responded: 0,
      medianSeconds: null,
      awaitingResponse: 0,
      oldestUnanswered: null,
    },
    resolution: { sampleSize: 0, since: null, resolved: 0, medianSeconds: null, stillOpen: 0 },
  })
})

test('lists the durations behind the medians', () => {
  const items = [
    pull(3, 20, { closedAt: day(21), mergedAt: day(21) }),
    pull(2, 10, { closedAt: day(11) }),
    pull(1, 1, { author: robot, closedAt: day(2), mergedAt: day(2) }),
  ]
  const comments = [{ number: 3, by: ben, at: day(20, '02:00') }]
  expect(listDurations(conversations(items, comments), 'pull')).toEqual({
    firstResponses: [2 * hour],
    resolutions: [24 * hour],
  })
})
