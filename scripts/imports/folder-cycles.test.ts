import { expect, test } from 'vitest'
import { findImports } from './find-imports.ts'
import { findFolderCycles } from './folder-cycles.ts'

function cycles(files: Record<string, string>): string[] {
  const imports = Object.entries(files).map(
    ([path, text]) => [path, findImports(path, text)] as const,
  )
  return findFolderCycles(new Map(imports))
}

test('accepts folders that import in one direction', () => {
  const files = {
    'app/src/pages/index.ts': "import { a } from '#features/a/a.ts'",
    'app/src/features/a/a.ts': "import { b } from '../../server/b.ts'\nimport { c } from './c.ts'",
    'app/src/features/a/c.ts': "import { a } from './a.ts'",
    'app/src/server/b.ts': "import { readFile } from 'node:fs'",
  }
  expect(cycles(files)).toEqual([])
})

test('reports two folders that import each other, with a file of each', () => {
  const files = {
    'app/src/a/one.ts': "import type { Two } from '#b/two.ts'",
    'app/src/b/three.ts': "export { four } from '../a/four.ts'",
  }
  expect(cycles(files)).toEqual([
    'folder cycle: app/src/a → app/src/b → app/src/a',
    '  app/src/a/one.ts → app/src/b/two.ts',
    '  app/src/b/three.ts → app/src/a/four.ts',
  ])
})

test('reports a cycle through a third folder and a dynamic import once', () => {
  const files = {
    'app/src/a/one.ts': "const two = await import('#b/two.ts')",
    'app/src/b/two.ts': "import '../c/three.ts'",
    'app/src/c/three.ts': "import { one } from '#a/one.ts'",
  }
  expect(cycles(files)).toEqual([
    'folder cycle: app/src/a → app/src/b → app/src/c → app/src/a',
    '  app/src/a/one.ts → app/src/b/two.ts',
    '  app/src/b/two.ts → app/src/c/three.ts',
    '  app/src/c/three.ts → app/src/a/one.ts',
  ])
})

test('reports a folder and its parent that import each other', () => {
  const files = {
    'package/src/index.ts': "export { a } from './lib/a.ts'",
    'package/src/lib/a.ts': "import { b } from '../b.ts'",
  }
  expect(cycles(files)[0]).toBe('folder cycle: package/src → package/src/lib → package/src')
})
