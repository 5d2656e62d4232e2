import { expect, test } from 'vitest'
import { createHighlighter } from './highlight-code.server.ts'

const highlight = await createHighlighter()

test('gives the tokens of TypeScript the classes of GitHub', () => {
  expect(highlight("if (1 < 2) run('a')", 'ts')).toBe(
    '<span class="pl-k">if</span> (<span class="pl-c1">1</span> <span class="pl-k">&lt;</span> <span class="pl-c1">2</span>) <span class="pl-en">run</span>(<span class="pl-s"><span class="pl-pds">\'</span>a<span class="pl-pds">\'</span></span>)',
  )
})

test('lets no token extend over a line', () => {
  expect(highlight('/* a\nb */', 'ts')).toBe(
    '<span class="pl-c">/* a</span>\n<span class="pl-c">b */</span>',
  )
})

test('gives the names of headers a class', () => {
  expect(highlight('Vary: Cookie', 'http')).toBe(
    '<span class="pl-s"><span class="pl-v">Vary:</span> Cookie</span>',
  )
})

test('knows the languages of chapters and lessons, and no others', () => {
  for (const language of ['http', 'json', 'nginx', 'sh', 'ts', 'tsx']) {
    expect(highlight('a', language), language).toContain('a')
  }
  expect(highlight('a', 'cobol')).toBe(undefined)
  expect(highlight('a', '')).toBe(undefined)
})
