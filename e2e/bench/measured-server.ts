import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { expectHealthy, freePort, retryUntilSuccess } from '../support/programs.ts'
import { environment } from '../support/servers.ts'
import { dashboard } from './applications.ts'

const CONNECTIONS = 4

/** A production server in a process that reports what it uses. */
export type MeasuredServer = Awaited<ReturnType<typeof startMeasuredServer>>

/** The memory of a process after a garbage collection, in bytes. */
type Memory = { rss: number; heapUsed: number }

/** Starts the production build of the dashboard, with the sample GitHub. */
export function startDashboard(env: Record<string, string> = {}): Promise<MeasuredServer> {
  return startMeasuredServer(dashboard, {
    env: { ...environment, ...env },
    readyPath: '/api/ready',
  })
}

/** Starts the production build in a folder, and waits until it serves a path. */
export async function startMeasuredServer(
  folder: string,
  { env = {}, readyPath = '/' }: { env?: Record<string, string>; readyPath?: string } = {},
) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = fork(
    join(folder, 'node_modules/next/dist/bin/next'),
    ['start', '-p', String(port)],
    {
      cwd: folder,
      env: { ...process.env, ...env, SITE_URL: url },
      execArgv: ['--expose-gc', '--import', join(import.meta.dirname, 'report-usage.mjs')],
      // A pipe that nobody reads would block the server when it is full of log lines.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
  const exited = once(child, 'exit')
  const failed = exited.then(() => Promise.reject(new Error(`The server in ${folder} has ended`)))
  await Promise.race([retryUntilSuccess(() => expectHealthy(url + readyPath)), failed])
  // From now on the server is expected to end.
  failed.catch(() => {})

  async function readCpuMs(): Promise<number> {
    child.send('CPU time')
    const [milliseconds] = await once(child, 'message')
    return milliseconds
  }

  return {
    url,
    async readMemory(): Promise<Memory> {
      child.send('memory')
      const [memory] = await once(child, 'message')
      return memory
    },
    /** The server's CPU time for one request, user and system, in milliseconds. */
    async measureRequest(
      path: string,
      { requests, headers = {} }: { requests: number; headers?: Record<string, string> },
    ): Promise<number> {
      const before = await readCpuMs()
      const result = await autocannon({
        url: url + path,
        amount: requests,
        connections: CONNECTIONS,
        headers,
        // autocannon ends at the next sample, a second later by default.
        sampleInt: 50,
      })
      if (result.non2xx + result.errors > 0) throw new Error(`${path} failed under load`)
      return ((await readCpuMs()) - before) / requests
    },
    async end(): Promise<void> {
      child.kill()
      await exited
    },
  }
}
