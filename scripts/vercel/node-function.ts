import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { request as sendRequest } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { linkFile } from '../deployments/link-folder.ts'
import { endWithProcess } from '../deployments/servers.ts'
import { fromRoot } from '../programs.ts'
import { type BuiltFunction, listFilesIn } from './build-output.ts'

/** A function that runs. It rejects if the function fails. */
export type RunningFunction = {
  invoke: (request: FunctionRequest) => Promise<Response>
  end: () => void
}

/** A request as a function receives it. */
export type FunctionRequest = {
  method: string
  /** The path with the query. */
  target: string
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

type Options = {
  /** The repository that the output was built from. */
  copy: string
  /** An empty folder, outside of every repository: Node.js looks for packages in all folders above. */
  folder: string
  env: Record<string, string>
  onLogLine: (line: string) => void
}

/** Starts a function as Vercel does: with the files that its configuration names, and no others. */
export async function startNodeFunction(
  built: BuiltFunction,
  { copy, folder, env, onLogLine }: Options,
): Promise<RunningFunction> {
  for (const path of listFilesIn(built.folder)) {
    linkFile(join(built.folder, path), join(folder, path))
  }
  for (const [path, source] of Object.entries(built.settings.filePathMap ?? {})) {
    linkFile(join(copy, source), join(folder, path))
  }
  const child = fork(
    fromRoot('scripts/vercel/run-function.mjs'),
    [join(folder, built.settings.handler ?? ''), String(built.settings.useWebApi ?? false)],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, ...built.settings.environment, ...env },
      // Without the loader of this process.
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  endWithProcess(() => child.kill())
  for (const output of [child.stdout, child.stderr]) {
    if (output) createInterface(output).on('line', onLogLine)
  }
  const port = await waitForPort(child)
  return {
    invoke: (request) => send(port, request),
    end: () => child.kill(),
  }
}

async function waitForPort(child: ChildProcess): Promise<number> {
  const ended = once(child, 'exit').then(() =>
    Promise.reject(new Error('A function ended while it was starting')),
  )
  const [port]: number[] = await Promise.race([once(child, 'message'), ended])
  // The function is expected to end later.
  ended.catch(() => {})
  return Number(port)
}

function send(port: number, { method, target, headers, body }: FunctionRequest): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = { port, path: target, method, headers, agent: false }
    const sent = sendRequest(options, (response) => {
      buffer(response).then((content) => {
        const { statusCode: status = 500, headersDistinct } = response
        resolve(createResponse(content, status, toHeaders(headersDistinct)))
      }, reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Creates a response; some statuses have no body. */
export function createResponse(body: Uint8Array, status: number, headers: Headers): Response {
  const hasBody = ![204, 304].includes(status)
  return new Response(hasBody ? new Uint8Array(body) : null, { status, headers })
}

/** Copies headers; a header may have several values. */
export function toHeaders(fields: Record<string, string | readonly string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(fields)) {
    for (const value of [values].flat()) headers.append(name, value)
  }
  return headers
}
