import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFullName, isOwnerName } from './names.ts'
import { parseTypedName } from './typed-name.ts'

const enterprise = 'https://github.acme.test:8443/code'

function parse(text: string, webUrl = 'https://github.com') {
  const typed = parseTypedName(text, [webUrl])
  return typed?.kind === 'owner' ? `@${typed.login}` : typed?.fullName
}

test.each([
  'acme/rocket',
  '  acme/rocket\n',
  'acme / rocket',
  'acme/rocket.git',
  'acme/rocket.git.git',
  'https://github.com/acme/rocket',
  'http://github.com/acme/rocket/',
  'HTTPS://GitHub.com/acme/rocket',
  'https://www.github.com/acme/rocket',
  'https://github.com/acme/rocket.git',
  'https://github.com/acme/rocket/issues',
  'https://github.com/acme/rocket/tree/main/packages/github?tab=readme#install',
  'https://github.com/acme/rocket?q=%zz',
  'https://github.com//acme//rocket',
  'https://somebody:secret@github.com/acme/rocket.git',
  'github.com/acme/rocket',
  'www.github.com/acme/rocket/pulls',
  'git@github.com:acme/rocket.git',
  'git@github.com:acme/rocket',
  'org-7@github.com:acme/rocket.git',
  'github.com:acme/rocket.git',
  'ssh://git@github.com/acme/rocket.git',
  'ssh://git@github.com:22/acme/rocket.git',
  'ssh://git@ssh.github.com:443/acme/rocket.git',
  'git://github.com/acme/rocket.git',
  'git+https://github.com/acme/rocket.git',
  'git+ssh://git@github.com/acme/rocket.git',
])('parses %j as the repository acme/rocket', (text) => {
  expect(parse(text)).toBe('acme/rocket')
})

test.each([
  ['.github/.github', undefined],
  ['acme/.github', 'acme/.github'],
  ['-ACE-/next.js', '-ACE-/next.js'],
  ['https://github.com/acme', '@acme'],
  ['https://github.com/acme/?tab=repositories', '@acme'],
  ['github.com/acme', '@acme'],
  ['@acme', '@acme'],
  ['https://github.com/orgs/acme/people', '@acme'],
  ['https://github.com/users/mona', '@mona'],
  ['https://github.com/sponsors/mona', '@mona'],
])('parses %j as %j', (text, expected) => {
  expect(parse(text)).toBe(expected)
})

test.each([
  '',
  ' ',
  '/',
  '@',
  '@acme/rocket',
  'acme',
  'acme/',
  '/rocket',
  '//acme/rocket',
  '/acme/rocket',
  'acme/rocket/issues',
  'acme/..',
  'acme/.git',
  '../acme',
  'acme\\rocket',
  '"acme/rocket"',
  'repo:acme/rocket',
  'acme/rocket in:name',
  'acme/rocket?next=//evil.test',
  'acme/rocket\r\nSet-Cookie: a=b',
  'acme/<script>',
  `${'a'.repeat(40)}/rocket`,
  `acme/${'r'.repeat(101)}`,
  `https://github.com/acme/rocket/${'x'.repeat(2000)}`,
  'https://github.com',
  'https://github.com/',
  'https://github.com/topics/rust',
  'https://github.com/search?q=acme/rocket',
  'https://github.com/acme%2Frocket/issues',
  'https://github.com/acme/%2e%2e',
  'https://github.com/acme/rocket%00',
  'https://github.com:8443/acme/rocket',
  'https://gist.github.com/acme/rocket',
  'https://github.com.evil.test/acme/rocket',
  'https://github.com@evil.test/acme/rocket',
  'https://evil.test/github.com/acme/rocket',
  'git@evil.test:acme/rocket.git',
  'file://github.com/acme/rocket',
  'javascript://github.com/acme/rocket',
  'ftp://github.com/acme/rocket',
  'https://',
  'https://[github.com/acme/rocket',
])('parses %j as no name', (text) => {
  expect(parse(text)).toBeUndefined()
})

test.each([
  'https://github.acme.test:8443/code/acme/rocket/issues',
  'github.acme.test:8443/code/acme/rocket',
  'git@github.acme.test:acme/rocket.git',
  'ssh://git@github.acme.test:2222/acme/rocket.git',
  'acme/rocket',
])('parses the address %j with an Enterprise Server', (text) => {
  expect(parse(text, enterprise)).toBe('acme/rocket')
})

test.each([
  'https://github.com/acme/rocket',
  'git@github.com:acme/rocket.git',
  'https://github.acme.test/code/acme/rocket',
  'https://github.acme.test:8443/acme/rocket',
  'https://github.acme.test:8443/coder/acme/rocket',
])('parses %j as no name of that server', (text) => {
  expect(parse(text, enterprise)).toBeUndefined()
})

test.each([
  ['https://github.com/acme/rocket', 'acme/rocket'],
  ['git@github.acme.test:acme/rocket.git', 'acme/rocket'],
  ['https://evil.test/acme/rocket', undefined],
])('with two websites, parses %j as %j', (text, expected) => {
  const named = parseTypedName(text, [enterprise, 'https://github.com'])
  expect(named).toEqual(expected && { kind: 'repository', fullName: expected })
})

test('an Enterprise Server without a dot in its host leaves names as they are', () => {
  expect(parse('github/acme', 'http://github')).toBe('github/acme')
  expect(parse('github/acme/rocket', 'http://github')).toBe('acme/rocket')
})

test('returns only names that GitHub can have, for every text', () => {
  const part = fc.constantFrom(
    'https://',
    'github.com',
    'git@',
    ':',
    '/',
    '@',
    '.git',
    'acme',
    '..',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (value) => {
      const typed = parseTypedName(value, [enterprise])
      if (typed?.kind === 'owner') expect(typed.login).toSatisfy(isOwnerName)
      if (typed?.kind === 'repository') expect(typed.fullName).toSatisfy(isFullName)
    }),
  )
})
