import { marked } from 'marked'
import { expect, test } from 'vitest'
import { exportSkipped, exportUnread } from '#components/repo/unread-repo.ts'
import { formats, parseFileName } from './formats.ts'

const asOf = '2026-11-23T14:05:00.000Z'
const rocket = {
  repository: 'acme/rocket',
  source: 'https://github.example/acme/rocket',
  asOf,
  facts: [
    { name: 'Description', value: 'Says "hi", twice', asOf },
    { name: 'Stars', value: 12_431, asOf },
    { name: 'Archived', value: false, asOf },
  ],
}
const bare = {
  repository: 'acme/bare',
  source: null,
  asOf,
  facts: [{ name: 'Stars', value: null, asOf }],
}

test('a CSV has a column for each repository, and ends with date and source', () => {
  expect(formats.csv.write([rocket, bare])).toBe(
    [
      '\uFEFF"Fact","acme/rocket","acme/bare"',
      '"Description","Says ""hi"", twice","unknown"',
      '"Stars",12431,"unknown"',
      '"Archived",false,"unknown"',
      `"As of","${asOf}","${asOf}"`,
      '"Source","https://github.example/acme/rocket","unknown"',
      '',
    ].join('\r\n'),
  )
})

test('a file of several repositories says why one of them has no facts', () => {
  const exported = [
    { ...bare, formerNames: ['acme/old'], error: null },
    exportUnread({ name: 'acme/down', failure: { state: 'rate-limited', until: asOf } }),
    exportUnread({ name: 'acme/nothing', missing: 'not-found' }),
    ...exportSkipped(['x', 'acme/seventh'], (name) => name.includes('/')),
  ]
  expect(formats.csv.write(exported)).toBe(
    [
      '\uFEFF"Fact","acme/bare","acme/down","acme/nothing","x","acme/seventh"',
      `"Error","none","rate-limited until ${asOf}","not-found","invalid-name","over-limit"`,
      '"Renamed from","acme/old","none","none","none","none"',
      '"Stars","unknown","unknown","unknown","unknown","unknown"',
      `"As of","${asOf}","unknown","unknown","unknown","unknown"`,
      '"Source","unknown","unknown","unknown","unknown","unknown"',
      '',
    ].join('\r\n'),
  )
  expect(JSON.parse(formats.json.write(exported)).repositories[1]).toEqual({
    repository: 'acme/down',
    source: null,
    asOf: null,
    facts: [],
    error: { kind: 'rate-limited', until: asOf },
  })
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tA', ' =cmd|calc', '＝1', '|calc', '%x'])(
  'a CSV cell that would be a formula is text: %j',
  (value) => {
    const csv = formats.csv.write([{ ...bare, facts: [{ name: 'Description', value, asOf }] }])
    expect(csv).toContain(`"Description","'${value}"`)
  },
)

test.each([
  ['A;=1+1', "A;'=1+1"],
  ['A; -1', "A; '-1"],
  ['A;"=1', 'A;""\'=1'],
  ['\r=1', "'\r'=1"],
  ['A\n@SUM(A1)', "A\n'@SUM(A1)"],
  ['A\t+1', "A\t'+1"],
  ['Fast; well-tested = good', 'Fast; well-tested = good'],
])('a CSV cell that would be a formula after a semicolon is text: %j', (value, written) => {
  const csv = formats.csv.write([{ ...bare, facts: [{ name: 'Description', value, asOf }] }])
  expect(csv).toContain(`"Description","${written}"\r\n`)
})

test('a number in a CSV stays a number, even if negative', () => {
  const csv = formats.csv.write([{ ...bare, facts: [{ name: 'Change', value: -3, asOf }] }])
  expect(csv).toContain('"Change",-3\r\n')
})

test('a Markdown table escapes text from GitHub', () => {
  const value = '<b>[x](y)</b> | @acme #1 `a`\n*b*'
  const markdown = formats.md.write([{ ...rocket, facts: [{ name: 'Description', value, asOf }] }])
  expect(markdown).toBe(
    [
      '| Fact | acme/rocket |',
      '| --- | --- |',
      '| Description | &#60;b&#62;\\[x\\]\\(y\\)&#60;/b&#62; \\| &#64;acme &#35;1 \\`a\\` \\*b\\* |',
      `| As of | ${asOf} |`,
      '| Source | <https://github.example/acme/rocket> |',
      '',
    ].join('\n'),
  )
})

test.each([
  [
    'https://a.example/_x_~y~(z)!*?a=1&b=2#@c',
    '<https://a.example/_x_~y~(z)!*?a=1&b=2#@c>',
    'https://a.example/_x_~y~(z)!*?a=1&amp;b=2#@c',
  ],
  [
    ' https://a.example/a b|c<d>e',
    '<https://a.example/a%20b%7Cc%3Cd%3Ee>',
    'https://a.example/a%20b%7Cc%3Cd%3Ee',
  ],
])('a Markdown table links a URL: %s', (value, written, href) => {
  const markdown = formats.md.write([{ ...rocket, facts: [{ name: 'Homepage', value, asOf }] }])
  expect(markdown).toContain(`| Homepage | ${written} |`)
  expect(marked.parse(markdown)).toContain(`<td><a href="${href}">`)
})

test.each([
  ['Homepage', 'none', 'none'],
  ['Homepage', null, 'unknown'],
  ['Description', 'https://a.example/_x_', 'https://a.example/\\_x\\_'],
])('a Markdown table writes anything but a URL as text: %s %s', (name, value, written) => {
  const markdown = formats.md.write([{ ...rocket, facts: [{ name, value, asOf }] }])
  expect(markdown).toContain(`| ${name} | ${written} |`)
})

test('a lower bound is "or more" in a table, and a marked number in JSON', () => {
  const fact = { name: 'Contributors', value: 100, orMore: true, asOf } as const
  const exported = [{ ...rocket, facts: [fact] }]
  expect(formats.csv.write(exported)).toContain('"Contributors","100 or more"\r\n')
  expect(formats.md.write(exported)).toContain('| Contributors | 100 or more |')
  expect(JSON.parse(formats.json.write(exported)).repositories[0].facts).toEqual([fact])
})

test('an unknown value has the reason for which GitHub did not return it', () => {
  const fact = { name: 'Commits', value: null, error: { kind: 'computing' }, asOf }
  const exported = [{ ...bare, facts: [fact] }]
  expect(formats.csv.write(exported)).toContain('"Commits","unknown: computing"\r\n')
  expect(JSON.parse(formats.json.write(exported)).repositories[0].facts).toEqual([fact])
})

test('JSON contains all values unchanged', () => {
  expect(JSON.parse(formats.json.write([rocket, bare]))).toEqual({ repositories: [rocket, bare] })
})

test('a file name ends with its format, and may contain other dots', () => {
  expect(parseFileName('next.js.csv')).toEqual({ name: 'next.js', format: 'csv' })
  expect(parseFileName('a.json.md')).toEqual({ name: 'a.json', format: 'md' })
  for (const file of ['rocket', '.csv', 'rocket.xml', 'rocket.csv.exe', 'rocket.CSV']) {
    expect(parseFileName(file)).toBe(undefined)
  }
})
