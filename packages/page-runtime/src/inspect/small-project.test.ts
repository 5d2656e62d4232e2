import { execFile } from 'node:child_process'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { pageExtensions, rules } from '../../small-project/next.config.ts'
import { inspectPages, inspectSources } from './index.ts'

const run = promisify(execFile)
const cwd = fileURLToPath(new URL('../../', import.meta.url))

// A project of another kind than the dashboard: JavaScript, its own page extensions, a base path.
beforeAll(async () => {
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build', 'small-project'], {
    cwd,
    // Vitest's own NODE_ENV is none that Next builds for.
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
}, 240_000)

test('tells which runtime each page of a built project asks for and has', async () => {
  const { stdout } = await run(process.execPath, ['bin/page-runtime.js', 'small-project'], { cwd })

  expect(stdout).toBe(`Route       Asked              Runtime  Seconds  Cache header from
/           -                  static   -        Next
/api/near   edge               edge     -        page
/edge/[id]  experimental-edge  edge     -        rule
/kept       -                  nodejs   -        Next
/plain      -                  nodejs   -        Next
/slow       nodejs             nodejs   30       page
`)
})

test('foretells the same from the sources', () => {
  const sources = { rules, extensions: pageExtensions }

  expect(inspectSources(`${cwd}small-project`, sources).pages).toEqual(
    inspectPages(`${cwd}small-project`).pages,
  )
})

test('says nothing before a build when all is well', async () => {
  const args = ['bin/page-runtime.js', 'small-project', '--sources']
  const extensions = ['--extensions', 'page.jsx,route.js']

  expect(await run(process.execPath, [...args, ...extensions], { cwd })).toEqual({
    stdout: '',
    stderr: '',
  })
})

test('ends with code 1 and the reason on its error output', async () => {
  const failure = run(process.execPath, ['bin/page-runtime.js', 'src'], { cwd })

  await expect(failure).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'No build in src/.next: run next build first\n',
  })
})
