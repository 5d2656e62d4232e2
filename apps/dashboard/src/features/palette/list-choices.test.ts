import { expect, test } from 'vitest'
import type { CommandGroup } from './commands.ts'
import { listChoices, listComparisons } from './list-choices.ts'

const names = [
  { label: 'Pinned', names: ['acme/beacon'] },
  { label: 'On GitHub', names: ['nova/beam'] },
]

const context = {
  repo: { name: 'acme/rocket', isPrivate: false, isPinned: false },
  path: '/repos/acme/rocket',
}

function labelsOf(groups: readonly CommandGroup[]): [string, string[]][] {
  return groups.map(({ label, options }) => [label, options.map((option) => option.label)])
}

test('what GitHub finds comes after all that is known at once', () => {
  expect(labelsOf(listChoices('co', names, context))).toEqual([
    ['acme/rocket', ['Contributors', 'Compare with…']],
    ['Pinned', ['acme/beacon']],
    ['Pages', ['Compare']],
    ['Search', ['Search for “co”']],
    ['On GitHub', ['nova/beam']],
  ])
})

test('a full name that was typed comes first', () => {
  expect(listChoices(' nova / comet', [], context)).toEqual([
    {
      label: 'Repository',
      options: [{ label: 'nova/comet', action: { kind: 'open', path: '/repos/nova/comet' } }],
    },
    {
      label: 'Search',
      options: [
        {
          label: 'Search for “nova / comet”',
          action: { kind: 'open', path: '/search?q=nova%20%2F%20comet' },
        },
      ],
    },
  ])
})

test('with a session, a full name that was typed may be that of a private repository', () => {
  const [typed, own] = listChoices('ann/diary', [], { ...context, isSignedIn: true })
  expect(typed?.label).toBe('Repository')
  expect(own).toEqual({
    label: 'Your account',
    options: [
      {
        label: 'View ann/diary with your account',
        action: { kind: 'open', path: '/me/repos/ann/diary' },
      },
    ],
  })
})

test('without a text there is no search', () => {
  expect(labelsOf(listChoices(' ', names, context)).map(([label]) => label)).toEqual([
    'acme/rocket',
    'Pinned',
    'Pages',
    'Inbox',
    'Settings',
    'On GitHub',
  ])
})

test('a comparison opens with the second repository', () => {
  expect(listComparisons('nova/comet', [], context.repo)).toEqual([
    {
      label: 'Repository',
      options: [
        {
          label: 'nova/comet',
          action: { kind: 'open', path: '/compare?repos=acme/rocket,nova/comet' },
        },
      ],
    },
  ])
})

test('a private repository is compared on a page of its viewer', () => {
  const repo = { name: 'ann/diary', isPrivate: true }
  const [group] = listComparisons('nova/comet', [], repo)
  expect(group?.options.map(({ action }) => action)).toEqual([
    { kind: 'open', path: '/me/compare?repos=ann/diary,nova/comet' },
  ])
})

test('an address is opened, or compared, by the server that knows its website', () => {
  const address = ' https://github.com/acme/rocket.git '
  expect(listChoices(address, [], context)).toEqual([
    {
      label: 'Address',
      options: [
        {
          label: 'Open https://github.com/acme/rocket.git',
          action: {
            kind: 'open',
            path: '/search?q=https%3A%2F%2Fgithub.com%2Facme%2Frocket.git',
          },
        },
      ],
    },
  ])
  expect(listComparisons('git@github.com:nova/comet.git', names, context.repo)).toEqual([
    {
      label: 'Address',
      options: [
        {
          label: 'Compare with git@github.com:nova/comet.git',
          action: {
            kind: 'open',
            path: '/compare?repos=acme/rocket,git%40github.com%3Anova%2Fcomet.git',
          },
        },
      ],
    },
  ])
})
