import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { fromRoot } from './programs.ts'

function loadPnpmfile(version: string) {
  const code = `Object.defineProperty(process.versions, 'node', { value: '${version}' })
require(${JSON.stringify(fromRoot('.pnpmfile.cjs'))})`
  return spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' })
}

test.each(['20.19.0', '22.0.0', '24.1.0', '25.0.0'])('pnpm runs on Node.js %s', (version) => {
  expect(loadPnpmfile(version)).toMatchObject({ status: 0, stderr: '' })
})

test.each(['18.20.8', '20.18.3', '21.7.3', '23.11.0'])(
  'pnpm stops on Node.js %s with the supported versions',
  (version) => {
    const { status, stderr } = loadPnpmfile(version)
    expect(status).not.toBe(0)
    expect(stderr.split('\n')[0]).toBe(
      `Node.js ${version} is not supported. Use Node.js 20.19 or later, 22, or 24 or later`,
    )
  },
)
