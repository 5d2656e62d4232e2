import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

function start(environment: Record<string, string>): ChildProcessWithoutNullStreams {
  const program = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: '', ...environment },
  })
  onTestFinished(() => {
    program.kill('SIGKILL')
  })
  return program
}

async function firstLine(program: ChildProcessWithoutNullStreams): Promise<string> {
  const [chunk] = await once(program.stdout, 'data')
  return String(chunk)
}

async function endOf(program: ChildProcessWithoutNullStreams) {
  let errors = ''
  program.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const [code, signal] = await once(program, 'close')
  return { code, signal, errors }
}

test('prints its free port in one line, takes its settings, and stops at once with requests in flight', async () => {
  const program = start({
    SAMPLE_GITHUB_PORT: '0',
    SAMPLE_NOW: '2028-02-29T12:00:00Z',
    BASE_PATH: '/api/v3',
    REDIRECT_ELSEWHERE_PORT: '4321',
  })
  const line = await firstLine(program)
  const url = line.trim().replace('Sample GitHub listening on ', '')

  expect(line).toMatch(/^Sample GitHub listening on http:\/\/127\.0\.0\.1:\d+\n$/)
  const rocket = await fetch(`${url}/api/v3/repos/acme/rocket`)
  expect(await rocket.json()).toMatchObject({ pushed_at: '2028-02-29T00:00:00Z' })
  const redirect = await fetch(`${url}/api/v3/repos/failures/redirect-elsewhere`, {
    redirect: 'manual',
  })
  expect(redirect.headers.get('location')).toBe('http://127.0.0.2:4321/stolen')

  const pending = expect(fetch(`${url}/api/v3/repos/failures/slow-headers`)).rejects.toThrow(
    'fetch failed',
  )
  await expect
    .poll(async () => (await fetch(`${url}/api/v3/_control/requests?prefix=/repos`)).json())
    .toMatchObject({ total: 3 })
  program.kill('SIGTERM')
  expect(await endOf(program)).toEqual({ code: 0, signal: null, errors: '' })
  await pending
})

test('reports in one line that the port is in use', async () => {
  const first = start({ SAMPLE_GITHUB_PORT: '0' })
  const port = /:(\d+)\n$/.exec(await firstLine(first))?.[1] ?? ''

  expect(await endOf(start({ SAMPLE_GITHUB_PORT: port }))).toEqual({
    code: 1,
    signal: null,
    errors: `Port ${port} of 127.0.0.1 is in use; set SAMPLE_GITHUB_PORT to another one\n`,
  })
})

test('reports an invalid setting in one line', async () => {
  expect(await endOf(start({ SAMPLE_GITHUB_PORT: 'soon' }))).toEqual({
    code: 1,
    signal: null,
    errors: 'SAMPLE_GITHUB_PORT must be a whole number from 0 to 65535, not "soon"\n',
  })
})
