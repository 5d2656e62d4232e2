import { freePort, startProgram, startServer } from '../../e2e/support/programs.ts'
import { environment, sampleServer } from '../../e2e/support/servers.ts'
import { WEBHOOK_SECRET } from './visits.ts'

/** A server of a check. */
export type Server = { url: string; end: () => unknown }

/** Starts the sample GitHub. */
export async function startSampleGitHub(): Promise<Server> {
  const port = await freePort()
  const { end } = await startServer(sampleServer(port))
  endWithProcess(end)
  return { url: `http://127.0.0.1:${port}`, end }
}

/** The environment of a deployment on a port, with the sample GitHub. */
export function deploymentEnvironment(port: number, githubUrl: string): Record<string, string> {
  return {
    ...environment,
    // A check sends more requests than a visitor.
    CLIENT_HOURLY_BUDGET: '100000',
    GITHUB_API_URL: githubUrl,
    HOSTNAME: '127.0.0.1',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    SITE_URL: `http://127.0.0.1:${port}`,
    WEBHOOK_SECRET,
  }
}

type Options = {
  /** The folder in which the command runs. */
  folder: string
  githubUrl: string
  env?: Record<string, string>
  /** Gets each line that the server prints. */
  onLogLine?: (line: string) => void
}

/** Starts a dashboard, and waits until it is healthy. */
export async function startDashboard(
  command: string,
  { folder, githubUrl, env, onLogLine = () => {} }: Options,
): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { end } = await startProgram(command, {
    cwd: folder,
    // pnpm names the packages of the repository in NODE_PATH, which a deployment must not need.
    env: { ...deploymentEnvironment(port, githubUrl), NODE_PATH: '', ...env },
    // Any response: a check reports what is wrong with it.
    ready: () => fetch(`${url}/api/health`, { headers: { 'user-agent': 'tests' } }),
    onLine: onLogLine,
    onErrorLine: onLogLine,
  })
  endWithProcess(end)
  return { url, end }
}

const ends: (() => unknown)[] = []
process.once('exit', () => {
  for (const end of ends) end()
})

/** Ends a server at the latest when this process ends, for example by an error. */
export function endWithProcess(end: () => unknown): void {
  ends.push(end)
}
