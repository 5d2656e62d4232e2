import { expect, test } from 'vitest'
import { stoppedClock } from '../test-support/world.ts'
import { createMemoryAnnouncements } from './announcements.ts'
import { MARK_RETENTION_SECONDS } from './stale-marks.ts'

test('passes on each new announcement once, until the listener ends', () => {
  const { now } = stoppedClock()
  const announcements = createMemoryAnnouncements(now)
  const heard: [string, number][] = []
  const end = announcements.listen((...announcement) => heard.push(announcement))
  announcements.addAll([
    ['repo:1', now() - 2],
    ['repo:2', now() - 1],
  ])
  announcements.addAll([
    ['repo:1', now() - 2],
    ['repo:2', now() - 3],
    ['repo:1', now()],
  ])
  end()
  announcements.addAll([['repo:3', now()]])

  expect(heard).toEqual([
    ['repo:1', now() - 2],
    ['repo:2', now() - 1],
    ['repo:1', now()],
  ])
  expect(announcements.latest(['repo:1'])).toBe(now())
  expect(announcements.latest(['repo:2'])).toBe(now() - 1)
  expect(announcements.latest(['repo:4'])).toBe(0)
})

test('forgets an announcement when no page from before it is stored any more', () => {
  const { now, advance } = stoppedClock()
  const announcements = createMemoryAnnouncements(now)
  announcements.addAll([['repo:1', now()]])
  advance(MARK_RETENTION_SECONDS + 1)
  announcements.addAll([['repo:2', now()]])
  expect(announcements.latest(['repo:1'])).toBe(0)
})
