import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fromRoot } from './programs.ts'

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standalone-env-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

function run(cwd: string) {
  const script = fromRoot('scripts/remove-standalone-env.mjs')
  return spawnSync(process.execPath, [script], { cwd, encoding: 'utf8' })
}

test('removes the .env files that Next copies into the standalone folder', () => {
  const folder = createFolder()
  const app = join(folder, '.next/standalone/apps/dashboard')
  mkdirSync(app, { recursive: true })
  for (const file of ['.env', '.env.production', 'server.js']) writeFileSync(join(app, file), 'x')
  expect(run(folder)).toMatchObject({ status: 0, stderr: '' })
  expect(readdirSync(app)).toEqual(['server.js'])
})

test('does nothing after a build without a standalone folder', () => {
  expect(run(createFolder())).toMatchObject({ status: 0, stderr: '' })
})
