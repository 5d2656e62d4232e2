import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { splitAtServerLines } from './server-lines.ts'

const pages = join(import.meta.dirname, '../pages')

test('splits a page at its function, to the closing bracket', () => {
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
  expect(splitAtServerLines(code.join('\n'))).toEqual({
    before: `${code.slice(0, 2).join('\n')}\n`,
    ran: code.slice(2, 8).join('\n'),
    after: `\n${code.slice(8).join('\n')}`,
  })
})

test('finds the whole function of each page that has one', () => {
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => file.endsWith('.tsx') && !file.startsWith('_'))
    .map((file) => readFileSync(join(pages, file), 'utf8'))
    .filter((code) => /^export .*\bget(?:ServerSide|Static)Props\b/m.test(code))
    .map((code) => splitAtServerLines(code))

  expect(found.length).toBeGreaterThan(20)
  for (const parts of found) {
    const brackets = parts?.ran.replace(/[^(){}[\]]/g, '') ?? ''
    for (const [open, close] of ['()', '{}', '[]']) {
      expect(brackets.split(open ?? '').length).toBe(brackets.split(close ?? '').length)
    }
    expect(parts?.after).toMatch(/^\n+(?:export|const|function|async|type|\/[/*])|^\n?$/)
  }
})
