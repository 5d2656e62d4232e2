import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sourceFileName } from './source-file-url.ts'
import { listSourceFiles, writeSourceFiles } from './source-files.ts'

const repository = join(import.meta.dirname, '../../../..')

test('lists the files that chapters and lessons link to, each with a name of its own', () => {
  const files = listSourceFiles(repository)
  expect(files).toContain('apps/dashboard/src/pages/repos/[owner]/[repo]/index.tsx')
  expect(files).toContain('apps/dashboard/src/pages/learn/first-page.tsx')
  expect(files).not.toContain('docs/04-fetching-data.md')
  expect(files).not.toContain('docs/figures/reading.svg')
  expect(new Set(files.map(sourceFileName)).size).toBe(files.length)
})

test('copies the files, without those of links that are gone', () => {
  const root = mkdtempSync(join(tmpdir(), 'source-files-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const files = {
    'docs/01-getting-started.md': '[the tab](../src/[a]/tabs.ts)\n\n<!-- from: src/b.ts -->\n',
    'src/[a]/tabs.ts': '// tabs',
    'src/b.ts': '// b',
    'apps/dashboard/public/files/old.ts.txt': '',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  writeSourceFiles(root)
  const copies = join(root, 'apps/dashboard/public/files')
  expect(readFileSync(join(copies, 'src/a/tabs.ts.txt'), 'utf8')).toBe('// tabs')
  expect(readFileSync(join(copies, 'src/b.ts.txt'), 'utf8')).toBe('// b')
  expect(existsSync(join(copies, 'old.ts.txt'))).toBe(false)
})
