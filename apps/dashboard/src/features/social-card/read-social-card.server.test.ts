import { createGitHub, createPanel } from '@repo/github'
import { expect, test } from 'vitest'
import { errorCard, readSocialCard } from './read-social-card.server.ts'

const repo = {
  full_name: 'acme/rocket',
  description: '🚀 Rockets for everybody',
  stargazers_count: 12_431,
  forks_count: 812,
  archived: false,
  license: { key: 'mit', name: 'MIT License', spdx_id: 'MIT' },
}
const week = { week: 1_767_484_800, total: 5, days: [0, 1, 1, 1, 1, 1, 0] }
const release = {
  tag_name: 'v4.2.1',
  name: 'Rocket 4.2.1',
  published_at: '2026-01-01T00:00:00Z',
  html_url: 'https://github.com/acme/rocket/releases/tag/v4.2.1',
}

/** Reads the card from a GitHub with these bodies, or statuses, by path below the repository. */
function cardOf(bodies: Record<string, unknown>) {
  const github = createGitHub({
    baseUrl: 'https://github.test',
    pause: async () => {},
    fetch: async (input) => {
      const body = bodies[new URL(String(input)).pathname.replace('/repos/acme/rocket', '')] ?? 404
      return typeof body === 'number' ? Response.json({}, { status: body }) : Response.json(body)
    },
  })
  return readSocialCard({ github, panel: createPanel(() => {}) }, 'acme', 'rocket')
}

test('shows what the repository is, its figures and the commits of a year', async () => {
  const weeks = [week, { ...week, total: 1_200 }]
  const bodies = { '': repo, '/stats/commit_activity': weeks, '/releases/latest': release }
  expect(await cardOf(bodies)).toEqual({
    owner: 'acme',
    heading: 'rocket',
    description: 'Rockets for everybody',
    figures: [
      { label: 'Stars', value: '12.4k' },
      { label: 'Forks', value: '812' },
      { label: 'Commits in the last year', value: '1.2k' },
      { label: 'Latest release', value: 'v4.2.1' },
      { label: 'License', value: 'MIT' },
    ],
    weeks: [5, 1_200],
  })
})

test('leaves out what is unknown, missing, computing or cannot be drawn', async () => {
  const odd = {
    ...repo,
    description: '火箭',
    stargazers_count: null,
    license: null,
    archived: true,
  }
  const bodies = { '': odd, '/stats/commit_activity': 202, '/releases/latest': 500 }
  expect(await cardOf(bodies)).toEqual({
    owner: 'acme',
    heading: 'rocket',
    isArchived: true,
    figures: [{ label: 'Forks', value: '812' }],
  })
})

test('fails with the repository', async () => {
  await expect(cardOf({ '': 404 })).rejects.toThrow(expect.objectContaining({ kind: 'not-found' }))
})

test('names a permanent error, and shows the name of the repository for any other', () => {
  expect(errorCard('not-found', 'acme', 'rocket')).toEqual({
    heading: 'Repository not found',
    figures: [],
  })
  expect(errorCard('unreachable', 'acme', 'rocket')).toEqual({
    owner: 'acme',
    heading: 'rocket',
    figures: [],
  })
})
