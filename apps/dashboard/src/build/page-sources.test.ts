import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writePageSources } from './page-sources.ts'

function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'page-sources-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const written = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, 'public/page-source', name), 'utf8'))

test('every page has its source by its route, with a link where the repository is known', () => {
  const folder = project({
    'src/pages/index.tsx': '// start',
    'src/pages/repos/[owner]/index.tsx': '// owner',
  })
  writePageSources(folder, {
    VERCEL_GIT_REPO_OWNER: 'acme',
    VERCEL_GIT_REPO_SLUG: 'site',
    VERCEL_GIT_COMMIT_SHA: 'abc123',
  })
  expect(written(folder, 'index.json')).toEqual({
    path: 'apps/dashboard/src/pages/index.tsx',
    code: '// start',
    href: 'https://github.com/acme/site/blob/abc123/apps/dashboard/src/pages/index.tsx',
  })
  expect(written(folder, 'repos.owner.json').href).toBe(
    'https://github.com/acme/site/blob/abc123/apps/dashboard/src/pages/repos/%5Bowner%5D/index.tsx',
  )
})

test('without a repository there is no link', () => {
  const folder = project({ 'src/pages/status.tsx': '' })
  writePageSources(folder, {})
  expect(written(folder, 'status.json').href).toBeNull()
})

test('what is left of a page that is gone goes too', () => {
  const folder = project({ 'src/pages/a.tsx': '', 'public/page-source/old.json': '{}' })
  writePageSources(folder, {})
  expect(() => written(folder, 'old.json')).toThrow('ENOENT')
})
