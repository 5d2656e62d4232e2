import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { fromRoot } from './programs.ts'

test('pnpm dev stops with one line if both ports are the same', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/dev.ts'],
    {
      cwd: fromRoot('.'),
      encoding: 'utf8',
      // The system gives other programs ports from 32768.
      env: { ...process.env, PORT: '25678', SAMPLE_GITHUB_PORT: '25678' },
    },
  )
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'SAMPLE_GITHUB_PORT and PORT must differ, but both are 25678\n',
  })
})
