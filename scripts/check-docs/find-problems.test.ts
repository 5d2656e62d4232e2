import { expect, test } from 'vitest'
import {
  type DocsContext,
  findLongChapters,
  findProblems,
  findUnlistedDecisions,
  findUnreferencedPages,
  findWrongReadingTimes,
} from './find-problems.ts'

const page = 'apps/dashboard/src/pages/repos/[owner]/[repo]/index.tsx'
const files: Record<string, string> = {
  docs: '',
  'docs/02-anatomy-of-a-page.md':
    '# One page\n\n## A pitfall: `Vary`\n\n## Notes\n\n## Notes\n\n<a id="own"></a>',
  'scripts/dev.ts': 'start()\nif (late) {\n  stop()\n\n  end()\n}\n',
  'e2e/tests/pages.spec.ts': "test('opens as a document', () => {})",
  [page]: 'export default function Page() {}',
}
const repository: DocsContext = {
  read: (path) => files[path],
  scripts: { '': ['dev', 'e2e'], '@repo/ui': ['test'] },
  hasProgram: (name) => ['curl', 'nginx'].includes(name),
  created: ['e2e/tests/new.spec.ts'],
  pages: [page],
}

function problems(text: string): string[] {
  return findProblems('docs/01-getting-started.md', text, repository)
}

test('finds no problem in a document that is up to date', () => {
  const text = `See [the page](../${page}), [one page](02-anatomy-of-a-page.md#a-pitfall-vary), \`scripts/dev.ts\` and
<http://localhost:3000/repos/acme/rocket?a=b>. [pages.spec.ts](../e2e/tests/pages.spec.ts): "opens
as a document". Run \`pnpm dev\` or \`npx --yes pnpm --filter @repo/ui test -u\`.

> A quote
> > within a quote.

Underlined
==========

## This section

See [above](#this-section), [notes](02-anatomy-of-a-page.md#notes-1), [its own](02-anatomy-of-a-page.md#own), [the page][page],
[Page][] and <a href="02-anatomy-of-a-page.md">one page</a>.

A recipe creates \`e2e/tests/new.spec.ts\`.

[page]: ../${page}

<!-- from: scripts/dev.ts -->
\`\`\`ts
start()
\`\`\`

<!-- from: scripts/dev.ts -->
\`\`\`ts
stop()

end()
\`\`\`

\`\`\`sh
npx pnpm e2e pages   # one file
PORT=1 curl -i http://localhost:3000/repos/acme/rocket && nginx -p .
\`\`\`
`
  expect(problems(text)).toEqual([])
})

test.each([
  ['[gone](../scripts/gone.ts)', 'broken link ../scripts/gone.ts'],
  ['![gone](figures/gone.svg)', 'broken link figures/gone.svg'],
  ['[gone](#gone)', 'broken link #gone'],
  ['[gone](02-anatomy-of-a-page.md#gone)', 'broken link 02-anatomy-of-a-page.md#gone'],
  ['[gone][page]\n\n[page]: gone.md', 'broken link gone.md'],
  ['[gone][page]', 'undefined reference [page]'],
  ['[Gone][]', 'undefined reference [Gone]'],
  ['<a class="link" href="gone.md">gone</a>', 'broken link gone.md'],
  ['<img src="figures/gone.svg" alt="">', 'broken link figures/gone.svg'],
  ['It is in `scripts/gone.ts`.', 'no file scripts/gone.ts'],
  ['<http://localhost:3000/gone>', 'no page at /gone'],
  ['<!-- from: scripts/dev.ts -->\n```ts\nbegin()\n```', 'outdated snippet of scripts/dev.ts'],
  ['<!-- from: scripts/gone.ts -->\n```ts\nstart()\n```', 'outdated snippet of scripts/gone.ts'],
  [
    '[pages.spec.ts](../e2e/tests/pages.spec.ts): "opens as an image"',
    'no test "opens as an image" in ../e2e/tests/pages.spec.ts',
  ],
  ['Run `npx pnpm gone`.', 'no script for pnpm gone'],
  ['```sh\nnpx pnpm gone now\n```', 'no script for pnpm gone now'],
  [
    '```sh\nnpx --yes pnpm --filter @repo/ui gone\n```',
    'no script for pnpm --filter @repo/ui gone',
  ],
  ['```sh\npnpm --filter @repo/ui gone\n```', 'no script for pnpm --filter @repo/ui gone'],
  ['```sh\ncurl -i http://localhost:3000/repos/a/b | gone -x\n```', 'no program gone'],
  ['<<<<<<< HEAD\n\nOurs.', 'merge conflict marker <<<<<<< HEAD'],
  ['Ours.\n\n=======\nTheirs.', 'merge conflict marker ======='],
  ['Theirs.\n>>>>>>> main', 'merge conflict marker >>>>>>> main'],
  ['Theirs.\n\n> > > > > > > main', 'merge conflict marker > > > > > > > main'],
])('reports the problem in %o', (text, problem) => {
  expect(problems(text)).toEqual([`docs/01-getting-started.md: ${problem}`])
})

test('reports a page that no chapter and no lesson references', () => {
  const chapters = new Map([['docs/01-getting-started.md', `[the page](../${page})`]])
  expect(findUnreferencedPages(chapters, '', [page])).toEqual([])
  expect(findUnreferencedPages(new Map(), `source: '${page}',`, [page])).toEqual([])
  expect(findUnreferencedPages(new Map(), '', [page])).toEqual([
    `${page}: no chapter or lesson references this page`,
  ])
})

test('reports a decision that the index lists differently or not at all', () => {
  const index = 'docs/decisions/README.md'
  const record = 'docs/decisions/0001-one-word.md'
  const row = '| [1](0001-one-word.md) | One `word` | 2026-11-23 | accepted |'
  const text = '# 1. One `word`\n\nDate: 2026-11-23\n\nStatus: accepted\n\nBecause.\n'
  const found = (first: string, second: string) =>
    findUnlistedDecisions(
      new Map([
        [index, first],
        [record, second],
      ]),
    )

  expect(found(row, text)).toEqual([])
  expect(found('', text)).toEqual([
    `${record}: the index does not list it as One \`word\` (2026-11-23, accepted)`,
  ])
  expect(found(row, text.replace('accepted', 'superseded by 2'))).toEqual([
    `${record}: the index does not list it as One \`word\` (2026-11-23, superseded by 2)`,
  ])
  expect(found(row, text.replace('23', '24'))).toEqual([
    `${record}: the index does not list it as One \`word\` (2026-11-24, accepted)`,
  ])
  expect(found(row, 'Because.')).toEqual([
    `${record}: no title, date and status like the other decisions`,
  ])
})

test('reports a chapter of more than 900 words with its code, and no other document', () => {
  const found = (path: string, words: number) =>
    findLongChapters(new Map([[path, `# Code\n\n\`\`\`ts\n${'a '.repeat(words - 4)}\n\`\`\`\n`]]))

  expect(found('docs/01-getting-started.md', 900)).toEqual([])
  expect(found('docs/01-getting-started.md', 901)).toEqual([
    'docs/01-getting-started.md: 901 words, more than 900',
  ])
  expect(found('docs/12-monorepo-and-packages.md', 901)).toHaveLength(1)
  expect(found('docs/recipes.md', 901)).toEqual([])
  expect(found('docs/decisions/0001-one-word.md', 901)).toEqual([])
})

test('reports a document that the index lists with another reading time or not at all', () => {
  const found = (index: string, words: number) =>
    findWrongReadingTimes(
      new Map([
        ['docs/README.md', index],
        ['docs/01-getting-started.md', 'a '.repeat(words)],
        ['docs/decisions/README.md', '# Decisions'],
      ]),
    )
  const row = '| [Run it](01-getting-started.md) | What do you need? | 2 min |'

  expect(found(row, 300)).toEqual([])
  expect(found(row, 499)).toEqual([])
  expect(found(row, 500)).toEqual([
    'docs/01-getting-started.md: docs/README.md does not list 3 min',
  ])
  expect(found('', 5)).toEqual(['docs/01-getting-started.md: docs/README.md does not list 1 min'])
})
