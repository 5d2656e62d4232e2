import { execFile } from 'node:child_process'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { pageExtensions, rules } from '../../fixture/next.config.ts'
import { inspectPages, inspectSources } from './inspect.ts'

const run = promisify(execFile)
const cwd = fileURLToPath(new URL('../../', import.meta.url))

// Unlike the dashboard, the fixture uses JavaScript, custom page extensions and a base path.
beforeAll(async () => {
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build', 'fixture'], {
    cwd,
    // Next does not build with Vitest's NODE_ENV.
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
}, 240_000)

test('prints the requested and the actual runtime of each page', async () => {
  const { stdout } = await run(process.execPath, ['bin/page-runtime.js', 'fixture'], { cwd })

  expect(stdout).toBe(`Route       Requested          Runtime  Seconds  Cache-Control set by
/           -                  static   -        Next
/api/near   edge               edge     -        page
/edge/[id]  experimental-edge  edge     -        rule
/isr        -                  nodejs   -        Next
/plain      -                  nodejs   -        Next
/slow       nodejs             nodejs   30       page
`)
})

test('predicts the build from the sources', () => {
  const sources = { rules, extensions: pageExtensions }

  expect(inspectSources(`${cwd}fixture`, sources).pages).toEqual(
    inspectPages(`${cwd}fixture`).pages,
  )
})

test('prints nothing for valid sources before a build', async () => {
  const args = ['bin/page-runtime.js', 'fixture', '--sources']
  const extensions = ['--extensions', 'page.jsx,route.js']

  expect(await run(process.execPath, [...args, ...extensions], { cwd })).toEqual({
    stdout: '',
    stderr: '',
  })
})

test('exits with code 1 and prints the reason to stderr', async () => {
  const failure = run(process.execPath, ['bin/page-runtime.js', 'src'], { cwd })

  await expect(failure).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'No build in src/.next: run next build first\n',
  })
})
