import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writePageSources } from './page-sources.ts'

function createProject(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'page-sources-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const readSource = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, 'public/page-source', name), 'utf8'))

test('writes the source of every page by its route, with a link if the repository is known', () => {
  const folder = createProject({
    'src/pages/index.tsx': '// home',
    'src/pages/repos/[owner]/index.tsx': '// owner',
  })
  const env = {
    VERCEL_GIT_REPO_OWNER: 'acme',
    VERCEL_GIT_REPO_SLUG: 'site',
    VERCEL_GIT_COMMIT_SHA: 'abc123',
  }
  writePageSources(folder, env, (code) => `<i>${code}</i>`)
  expect(readSource(folder, 'index.json')).toEqual({
    path: 'apps/dashboard/src/pages/index.tsx',
    html: '<i>// home</i>',
    href: 'https://github.com/acme/site/blob/abc123/apps/dashboard/src/pages/index.tsx',
  })
  expect(readSource(folder, 'repos.owner.json').href).toBe(
    'https://github.com/acme/site/blob/abc123/apps/dashboard/src/pages/repos/%5Bowner%5D/index.tsx',
  )
})

test('writes no link if the repository is unknown', () => {
  const folder = createProject({ 'src/pages/status.tsx': '' })
  writePageSources(folder, {}, String)
  expect(readSource(folder, 'status.json').href).toBeNull()
})

test('removes the source of a deleted page', () => {
  const folder = createProject({ 'src/pages/a.tsx': '', 'public/page-source/old.json': '{}' })
  writePageSources(folder, {}, String)
  expect(() => readSource(folder, 'old.json')).toThrow('ENOENT')
})
