import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fromRoot } from '../programs.ts'
import { applyDiff, parseRecipes, type Step } from './parse-recipe.ts'
import { playStep } from './play-step.ts'
import { readRecipes } from './recipes.ts'

const recipe = `# Adding a page

Text.

\`\`\`ts
not a step
\`\`\`

## 1. The page

First, create nothing. Create \`pages/new.tsx\`:

<!-- mark: 1 -->
\`\`\`tsx
export {}
\`\`\`

## 2. The tab

In [tabs.ts](../src/tabs.ts), add
a line:

\`\`\`diff
   'a',
+  'b',
\`\`\`

Run it:

\`\`\`sh
node --version
node --check no-file
\`\`\`

It fails with "Cannot find
module", as it should.

## Pitfall

Create \`nothing.ts\`:

\`\`\`ts
\`\`\`
`

test('parses the steps below numbered headings as they are written', () => {
  expect(parseRecipes(recipe, 1)).toEqual([
    {
      title: 'Adding a page',
      steps: [
        {
          heading: '1. The page',
          kind: 'create',
          path: 'pages/new.tsx',
          content: 'export {}\n',
        },
        {
          heading: '2. The tab',
          kind: 'change',
          path: 'src/tabs.ts',
          diff: "   'a',\n+  'b',\n",
        },
        {
          heading: '2. The tab',
          kind: 'run',
          commands: ['node --version', 'node --check no-file'],
          failsWith: 'Cannot find module',
        },
      ],
    },
  ])
})

test('rejects a block that names no file', () => {
  expect(() => parseRecipes('# R\n\n## 1. A\n\nWrite:\n\n```ts\n1\n```\n', 1)).toThrow(
    '"1. A": a block names no file: Write:',
  )
})

test('applies a diff where its lines are, once', () => {
  expect(applyDiff('a\nb\nc\n', ' a\n-b\n+B\n')).toBe('a\nB\nc\n')
  expect(() => applyDiff('a\nb\n', '-c\n')).toThrow('in the file 0 times, not once')
  expect(() => applyDiff('a\na\n', '-a\n')).toThrow('in the file 2 times, not once')
})

test.each<[string, Step, string]>([
  [
    'a file that exists',
    { heading: '1. A', kind: 'create', path: 'there.txt', content: '' },
    '"1. A": there.txt exists already',
  ],
  [
    'a diff that does not fit',
    { heading: '2. B', kind: 'change', path: 'there.txt', diff: '-x\n' },
    '"2. B": there.txt: the lines of the diff are in the file 0 times, not once',
  ],
  [
    'a command that fails',
    { heading: '3. C', kind: 'run', commands: ['node -e "process.exit(3)"'], failsWith: undefined },
    '"3. C": node -e "process.exit(3)" exits with 3:',
  ],
  [
    'a command that fails in another way',
    { heading: '4. D', kind: 'run', commands: ['node -e "process.exit(3)"'], failsWith: 'so' },
    '"4. D": node -e "process.exit(3)" does not fail with "so", it exits with 3:',
  ],
  [
    'a command that does not fail',
    { heading: '5. E', kind: 'run', commands: ['node -e "1"'], failsWith: 'so' },
    '"5. E": node -e "1" does not fail with "so", it exits with 0:',
  ],
])('names the step with %s', (_, step, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'))
  writeFileSync(join(folder, 'there.txt'), 'a\n')
  expect(() => playStep(step, folder)).toThrow(message)
})

test('the files that the recipes create and change are as they say', () => {
  const { first, others } = readRecipes()
  const afterFirst = filesAfter(first.steps, new Map())
  expect(others.map(({ title }) => title)).toEqual([
    'Add the page for private repositories',
    'Add a read of GitHub',
    'Cache it',
    'Make it personal',
    'Move it to another runtime',
    'Test it',
  ])
  for (const { steps } of others) filesAfter(steps, afterFirst)
})

/** The created and changed files after a recipe; throws where a diff does not fit. */
function filesAfter(steps: readonly Step[], before: ReadonlyMap<string, string>) {
  const files = new Map(before)
  for (const step of steps) {
    if (step.kind === 'create') files.set(step.path, step.content)
    if (step.kind !== 'change') continue
    const text = files.get(step.path) ?? readFileSync(fromRoot(step.path), 'utf8')
    files.set(step.path, applyDiff(text, step.diff))
  }
  return files
}
