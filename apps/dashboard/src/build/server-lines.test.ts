import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { markServerLines } from './server-lines.ts'

const pages = join(import.meta.dirname, '../pages')

test('marks the function of a page, to the closing bracket', () => {
  const code = [
    "import type { GetServerSideProps } from 'next'",
    '',
    'export const getServerSideProps: GetServerSideProps<Props> = (context) =>',
    '  servePage(context, async ({ github }) => {',
    '    const data = await github.getRepo()',
    '',
    '    return { props: { data } }',
    '  })',
    '',
    'export default function Page() {}',
  ]
  const html = markServerLines(code.join('\n'), (text) => text.replaceAll(/const/g, '<b>$&</b>'))
  expect(html.split('\n')).toEqual([
    ...code.slice(0, 2),
    '<mark>export <b>const</b> getServerSideProps: GetServerSideProps<Props> = (context) =>',
    code[3],
    '    <b>const</b> data = await github.getRepo()',
    ...code.slice(5, 7),
    '  })</mark>',
    ...code.slice(8),
  ])
})

test('marks nothing in a page without such a function', () => {
  expect(markServerLines('export default function Page() {}\n', (text) => text)).toBe(
    'export default function Page() {}\n',
  )
})

test('marks the whole function of each page that has one', () => {
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => file.endsWith('.tsx') && !file.startsWith('_'))
    .map((file) => readFileSync(join(pages, file), 'utf8'))
    .filter((code) => /^export .*\bget(?:ServerSide|Static)Props\b/m.test(code))
    .map((code) => markServerLines(code, (text) => text))

  expect(found.length).toBeGreaterThan(20)
  for (const html of found) {
    const [, marked = '', after] = /<mark>(.*)<\/mark>(.*)$/s.exec(html) ?? []
    const brackets = marked.replace(/[^(){}[\]]/g, '')
    for (const [open, close] of ['()', '{}', '[]']) {
      expect(brackets.split(open ?? '').length).toBe(brackets.split(close ?? '').length)
    }
    expect(after).toMatch(/^\n+(?:export|const|function|async|type|\/[/*])|^\n?$/)
  }
})
