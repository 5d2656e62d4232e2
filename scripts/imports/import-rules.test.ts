import { expect, test } from 'vitest'
import { findImports } from './find-imports.ts'
import { findWrongImports } from './import-rules.ts'

const src = 'apps/dashboard/src'

function problems(file: string, text: string): string[] {
  return findWrongImports(new Map([[file, findImports(file, text)]]))
}

test.each([
  ['pages/index.tsx', "import { A } from '#features/home/a.tsx'"],
  ['pages/index.tsx', "import { servePage } from '#server/serve-page.ts'"],
  ['features/home/a.tsx', "import { B } from './b.tsx'"],
  ['features/home/a.tsx', "import { paths } from '#components/repo/paths.ts'"],
  ['features/home/a.tsx', "import type { Frame } from '#server/frame.ts'"],
  ['features/home/a.server.ts', "import { readEnv } from '#server/process/env.ts'"],
  ['features/home/a.test.ts', "import { readEnv } from '#server/process/env.ts'"],
  ['features/export/a.server.ts', "import { b } from '#features/overview/b.server.ts'"],
  ['build/pages.ts', "import { readEnv } from '#server/process/env.ts'"],
  ['instrumentation.ts', "await import('#server/process/start.ts')"],
  ['features/home/a.tsx', "import { Button } from '@repo/ui/button'\nimport Link from 'next/link'"],
])('%s may contain %s', (file, text) => {
  expect(problems(`${src}/${file}`, text)).toEqual([])
})

const inbox = 'must not import features/inbox: features/inbox/a.ts'

test.each([
  ['import', "import { a } from '#features/inbox/a.ts'"],
  ['type import', "import type { A } from '#features/inbox/a.ts'"],
  ['side effect', "import '#features/inbox/a.ts'"],
  ['re-export', "export { a } from '#features/inbox/a.ts'"],
  ['re-export of everything', "export * from '#features/inbox/a.ts'"],
  ['import type', "type A = import('#features/inbox/a.ts').A"],
  ['type of a module', "type A = typeof import('#features/inbox/a.ts')"],
  ['dynamic import', "const a = import('#features/inbox/a.ts')"],
  ['dynamic import of several lines', "const a = import(\n  '#features/inbox/a.ts'\n)"],
  ['template literal', 'const a = import(`#features/inbox/a.ts`)'],
  ['require', "const a = require('#features/inbox/a.ts')"],
  ['relative path', "import { a } from '../inbox/a.ts'"],
  ['relative path with a dot', "import { a } from './../inbox/a.ts'"],
  ['path through another folder', "import { a } from '#components/../features/inbox/a.ts'"],
])('a feature that imports another is reported: %s', (_form, text) => {
  expect(problems(`${src}/features/search/b.ts`, text)).toEqual([
    `${src}/features/search/b.ts:1: features/search ${inbox} (decision 38)`,
  ])
})

test.each([
  ['server/b.ts', 'server'],
  ['components/repo/b.tsx', 'components'],
  ['lessons/b.tsx', 'lessons'],
  ['tutorial/b.tsx', 'tutorial'],
  ['devtools/b.tsx', 'devtools'],
  ['build/b.ts', 'build'],
  ['features/compare/b.ts', 'features/compare'],
  ['instrumentation.ts', 'instrumentation.ts'],
])('%s must not import a feature', (file, name) => {
  expect(problems(`${src}/${file}`, "\nimport '#features/inbox/a.ts'")).toEqual([
    `${src}/${file}:2: ${name} ${inbox} (decision 38)`,
  ])
})

test.each([
  [
    'server/b.ts',
    "import '#instrumentation.ts'",
    'server must not import instrumentation.ts: instrumentation.ts',
  ],
  [
    'server/b.ts',
    "import '#components/a.tsx'",
    'server must not import components: components/a.tsx',
  ],
  [
    'server/b.ts',
    "import '../../../sample-github/src/app.ts'",
    'a relative import must stay in apps/dashboard, not apps/sample-github/src/app.ts',
  ],
  ['server/b.ts', "import '../../next.config.ts'", 'apps/dashboard/next.config.ts is outside src'],
  [
    'server/b.ts',
    'const a = import(name)',
    'import() needs a string, so that its direction can be checked',
  ],
  [
    'components/b.tsx',
    "import { type Frame } from '#server/frame.ts'",
    'only pages, server, build and *.server.ts import values of server: server/frame.ts',
  ],
  [
    'features/home/b.ts',
    "export * from '#server/frame.ts'",
    'only pages, server, build and *.server.ts import values of server: server/frame.ts',
  ],
])('%s with %s is reported', (file, text, problem) => {
  expect(problems(`${src}/${file}`, text)).toEqual([`${src}/${file}:1: ${problem} (decision 38)`])
})

test('a package imports no other package, except in its tests', () => {
  const text = "import { a } from '@repo/cache-headers'"
  expect(problems('packages/github/src/a.ts', text)).toEqual([
    'packages/github/src/a.ts:1: a package must not import another package, @repo/cache-headers (decision 38)',
  ])
  expect(problems('packages/github/src/a.test.ts', text)).toEqual([])
  expect(problems('packages/github/src/a.test.ts', "import '../../ui/src/a.ts'")).toEqual([
    'packages/github/src/a.test.ts:1: a relative import must stay in packages/github, not packages/ui/src/a.ts (decision 38)',
  ])
})
