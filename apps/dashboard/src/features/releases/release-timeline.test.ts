import { expect, test } from 'vitest'
import { createReleaseTimeline } from './release-timeline.ts'

const release = (tag: string, publishedAt: string | null, downloads: number | null = null) => ({
  tag,
  name: null,
  publishedAt,
  url: null,
  notesHtml: null,
  prerelease: tag.includes('-'),
  author: null,
  downloads,
})

test('places releases by their date, pre-releases apart', () => {
  const timeline = createReleaseTimeline([
    release('v2', '2026-05-11T00:00:00Z'),
    release('v2-rc.1', '2026-05-06T00:00:00Z'),
    release('v1', '2026-05-01T00:00:00Z'),
  ])
  expect(timeline).toEqual({
    stable: [0, 1000],
    prereleases: [500],
    tags: [
      { at: 0, text: 'v1', anchor: 'start' },
      { at: 500, text: 'v2-rc.1', anchor: 'middle' },
      { at: 1000, text: 'v2', anchor: 'end' },
    ],
    from: 'May 1, 2026',
    to: 'May 11, 2026',
    downloads: null,
    totalDownloads: 0,
  })
})

test('omits tags that would overlap a newer one, and long ones', () => {
  const timeline = createReleaseTimeline([
    release('v1.3', '2026-05-31T00:00:00Z'),
    release('v1.2', '2026-05-30T00:00:00Z'),
    release('a-very-long-tag', '2026-05-15T00:00:00Z'),
    release('v1.0', '2026-05-01T00:00:00Z'),
  ])
  expect(timeline?.tags.map(({ text }) => text)).toEqual(['v1.0', 'v1.3'])
})

test('charts the downloads of each release, oldest first', () => {
  const timeline = createReleaseTimeline([
    release('v2-rc.1', '2026-05-06T00:00:00Z', 40),
    release('v1', '2026-05-01T00:00:00Z', 2),
    release('v0', null, 9),
  ])
  expect(timeline?.totalDownloads).toBe(42)
  expect(timeline?.downloads).toMatchObject({
    values: [2, 40],
    labels: ['v1, May 1, 2026', 'v2-rc.1, May 6, 2026, pre-release'],
  })
})

test('needs two releases with a date', () => {
  const dated = release('v1', '2026-05-01T00:00:00Z')
  expect(createReleaseTimeline([dated, release('v0', null)])).toBeNull()
  expect(createReleaseTimeline([])).toBeNull()
})
