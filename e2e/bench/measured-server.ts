import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { expectHealthy, freePort, retryUntilSuccess } from '../support/programs.ts'

const CONNECTIONS = 4

/** Starts the production build in a folder, and waits until it serves a path. */
export async function startMeasuredServer(
  folder: string,
  { env = {}, readyPath = '/' }: { env?: Record<string, string>; readyPath?: string } = {},
) {
  const port = await freePort()
  const child = fork(
    join(folder, 'node_modules/next/dist/bin/next'),
    ['start', '-p', String(port)],
    {
      cwd: folder,
      env: { ...process.env, ...env, SITE_URL: `http://127.0.0.1:${port}` },
      execArgv: ['--import', join(import.meta.dirname, 'report-cpu-usage.mjs')],
      // A pipe that nobody reads would block the server when it is full of log lines.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
  const url = `http://127.0.0.1:${port}`
  await retryUntilSuccess(() => expectHealthy(url + readyPath))

  async function readCpuMs(): Promise<number> {
    child.send('CPU time')
    const [milliseconds] = await once(child, 'message')
    return milliseconds
  }

  return {
    url,
    /** The server's CPU time for one request, in milliseconds, user and system. */
    async measureRequest(path: string, requests: number): Promise<number> {
      const before = await readCpuMs()
      const result = await autocannon({
        url: url + path,
        amount: requests,
        connections: CONNECTIONS,
      })
      if (result.non2xx + result.errors > 0) throw new Error(`${path} failed under load`)
      return ((await readCpuMs()) - before) / requests
    },
    async end(): Promise<void> {
      child.kill()
      await once(child, 'exit')
    },
  }
}
