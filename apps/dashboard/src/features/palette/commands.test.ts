import { expect, test } from 'vitest'
import { repoSections } from '#components/repo/repo-sections.ts'
import {
  type CommandContext,
  listRepoCommands,
  listSiteCommands,
  matchCommands,
} from './commands.ts'

function labelsOf(overrides: Partial<CommandContext>, typed = '') {
  const context = { repo: undefined, path: '/', ...overrides }
  const groups = [...listRepoCommands(context), ...listSiteCommands(context)]
  return Object.fromEntries(
    matchCommands(typed, groups).map(({ label, options }) => [
      label,
      options.map((command) => command.label),
    ]),
  )
}

const repo = { name: 'acme/rocket', isPrivate: false, isPinned: false }
const settings = [
  'Theme: system',
  'Theme: light',
  'Theme: dark',
  'Keyboard shortcuts',
  'Inspect request',
]

test('a page without a repository has the other pages and the settings', () => {
  expect(labelsOf({ path: '/learn' })).toEqual({
    Pages: [
      'Home',
      'Search',
      'Compare',
      'Status',
      'Sign in',
      'Inbox',
      'Repositories',
      'Board',
      'Settings',
    ],
    Inbox: [
      'Awaiting first response',
      'Review requested',
      'Changes requested',
      'Approved but not merged',
      'Stale',
    ],
    Settings: settings,
  })
})

test('a repository has its other tabs, a comparison and its pin', () => {
  expect(labelsOf({ repo, path: '/repos/acme/rocket/issues' })).toMatchObject({
    'acme/rocket': [
      ...repoSections.filter(({ section }) => section !== 'issues').map(({ label }) => label),
      'Stars',
      'Badges and charts',
      'Compare with…',
      'Pin',
    ],
  })
})

test('a pinned repository can be unpinned, and without an id it cannot be pinned', () => {
  expect(labelsOf({ repo: { ...repo, isPinned: true } }, 'pin')).toEqual({
    'acme/rocket': ['Unpin'],
  })
  expect(labelsOf({ repo: { ...repo, isPinned: undefined } }, 'pin')).toEqual({})
})

test('a private repository has its viewer’s tabs, and neither badges nor a pin', () => {
  const diary = { name: 'ann/diary', isPrivate: true, isPinned: undefined }
  const [group] = listRepoCommands({ repo: diary, path: '/me/repos/ann/diary' })
  expect(group?.options.map(({ action }) => action)).toEqual([
    ...[...repoSections.slice(1).map(({ section }) => section), 'stars'].map((section) => ({
      kind: 'open',
      path: `/me/repos/ann/diary/${section}`,
    })),
    { kind: 'compare' },
  ])
})

test('commands match each word of their label', () => {
  expect(labelsOf({ repo }, 'ISS')).toEqual({ 'acme/rocket': ['Issues'] })
  expect(labelsOf({ repo }, 'dark theme')).toEqual({ Settings: ['Theme: dark'] })
  expect(labelsOf({ repo }, 'zebra')).toEqual({})
})
