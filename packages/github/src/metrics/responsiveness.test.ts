import { expect, test } from 'vitest'
import type { Conversation, Conversations } from '../resources/conversations.ts'
import { computeResponsiveness } from './responsiveness.ts'

const ann = { login: 'ann', isHuman: true }
const ben = { login: 'ben', isHuman: true }
const robot = { login: 'robot[bot]', isHuman: false }
// A name that only looks like one.
const abbot = { login: 'abbot', isHuman: true }

/** An issue of Ann's that was opened on a day of May 2026 and is still open. */
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

function day(ofMay: number, time = '00:00'): string {
  return `2026-05-${String(ofMay).padStart(2, '0')}T${time}:00Z`
}

function conversations(
  opened: Conversation[],
  answers: Conversations['comments'],
  since: string | null = null,
): Conversations {
  return { items, comments, commentsSince: { issue: since, pull: since } }
}

const hour = 3600

test('is the median time to the first answer, with those who still wait counted', () => {
  const opened = [issue(4, 20), issue(3, 15), issue(2, 10), issue(1, 1)]
  const answers = [
    // After 2 hours, and again later.
    { number: 4, by: ben, at: day(20, '02:00') },
    { number: 4, by: ben, at: day(21) },
    // After 10 hours.
    { number: 3, by: ben, at: day(15, '10:00') },
    // After 3 hours.
    { number: 1, by: abbot, at: day(1, '03:00') },
  ]
  expect(
    computeResponsiveness(conversations(opened, answers), 'issue').timeToFirstResponse,
  ).toEqual({
    n: 4,
    since: day(1),
    answered: 3,
    medianSeconds: 3 * hour,
    waiting: 1,
    oldestWaiting: {
      number: 2,
      url: 'https://github.com/acme/rocket/issues/2',
      openedAt: day(10),
    },
  })
})

test('takes neither a bot nor the author nor a deleted account for an answer', () => {
  const opened = [issue(1, 1)]
  const answers = [
    { number: 1, by: robot, at: day(2) },
    { number: 1, by: ann, at: day(3) },
    { number: 1, by: null, at: day(4) },
    // What was said elsewhere is no answer here.
    { number: 2, by: ben, at: day(5) },
  ]
  expect(
    computeResponsiveness(conversations(opened, answers), 'issue').timeToFirstResponse,
  ).toMatchObject({
    answered: 0,
    medianSeconds: null,
    waiting: 1,
  })
  const later = [...answers, { number: 1, by: ben, at: day(6) }]
  expect(
    computeResponsiveness(conversations(opened, later), 'issue').timeToFirstResponse,
  ).toMatchObject({
    answered: 1,
    medianSeconds: 5 * 24 * hour,
    waiting: 0,
    oldestWaiting: null,
  })
})

test('counts neither what bots opened, nor the other kind', () => {
  const opened = [issue(3, 3, { author: robot }), pull(2, 2), issue(1, 1, { author: null })]
  const { timeToFirstResponse, resolution } = computeResponsiveness(
    conversations(opened, []),
    'issue',
  )
  expect(timeToFirstResponse).toMatchObject({ n: 1, since: day(1), waiting: 1 })
  expect(resolution).toMatchObject({ n: 1, stillOpen: 1 })
})

test('does not wait in what was closed without a word, nor in a draft', () => {
  const opened = [pull(2, 2, { draft: true }), pull(1, 1, { closedAt: day(9) })]
  expect(computeResponsiveness(conversations(opened, []), 'pull').timeToFirstResponse).toEqual({
    n: 2,
    since: day(1),
    answered: 0,
    medianSeconds: null,
    waiting: 0,
    oldestWaiting: null,
  })
})

test('looks for answers only as far back as every comment is known', () => {
  const opened = [issue(3, 20), issue(2, 10), issue(1, 1)]
  const answers = [{ number: 3, by: ben, at: day(20, '01:00') }]
  const { timeToFirstResponse, resolution } = computeResponsiveness(
    conversations(opened, answers, day(10)),
    'issue',
  )
  expect(timeToFirstResponse).toMatchObject({ n: 2, since: day(10), answered: 1, waiting: 1 })
  // Closing is known of all of them.
  expect(resolution).toMatchObject({ n: 3, since: day(1) })
})

test('takes a comment for no answer that is older than the question', () => {
  const answers = [{ number: 1, by: ben, at: day(1) }]
  const { timeToFirstResponse } = computeResponsiveness(
    conversations([issue(1, 2)], answers),
    'issue',
  )
  expect(timeToFirstResponse.responded).toBe(0)
})

test('is the median time to closing an issue', () => {
  const opened = [
    issue(4, 20),
    // 1, 9 and 4 days.
    issue(3, 15, { closedAt: day(16) }),
    issue(2, 10, { closedAt: day(19) }),
    issue(1, 1, { closedAt: day(5) }),
  ]
  expect(computeResponsiveness(conversations(opened, []), 'issue').resolution).toEqual({
    n: 4,
    since: day(1),
    done: 3,
    medianSeconds: 4 * 24 * hour,
    stillOpen: 1,
  })
})

test('is the median time to merging a pull request, not to closing it', () => {
  const opened = [
    pull(4, 20),
    // Merged after 2 days and after 6; the third was turned down.
    pull(3, 15, { closedAt: day(17), mergedAt: day(17) }),
    pull(2, 10, { closedAt: day(16), mergedAt: day(16) }),
    pull(1, 1, { closedAt: day(2) }),
  ]
  expect(computeResponsiveness(conversations(opened, []), 'pull').resolution).toEqual({
    n: 4,
    since: day(1),
    done: 2,
    medianSeconds: 4 * 24 * hour,
    stillOpen: 1,
  })
})

test('is unknown where nothing was opened', () => {
  expect(computeResponsiveness(conversations([], []), 'issue')).toEqual({
    firstAnswer: {
      n: 0,
      since: null,
      answered: 0,
      medianSeconds: null,
      waiting: 0,
      oldestWaiting: null,
    },
    done: { n: 0, since: null, done: 0, medianSeconds: null, stillOpen: 0 },
  })
})
