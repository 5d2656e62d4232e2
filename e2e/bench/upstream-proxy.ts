import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import { freePort } from '../support/programs.ts'
import { sampleUrl } from '../support/servers.ts'

/** A proxy between the dashboard and the sample GitHub. */
export type UpstreamProxy = Awaited<ReturnType<typeof startUpstreamProxy>>

/** Starts a proxy of the sample GitHub that may change the path of a request. */
export async function startUpstreamProxy(changePath: (path: string) => string = (path) => path) {
  const port = await freePort()
  const agent = new Agent({ keepAlive: true })
  let open = 0
  let mostOpen = 0
  const server = createServer((received, response) => {
    open++
    mostOpen = Math.max(mostOpen, open)
    response.once('close', () => open--)
    const { method, headers, url = '/' } = received
    const options = { method, headers, agent }
    const forwarded = request(sampleUrl + changePath(url), options, (upstream) => {
      response.writeHead(upstream.statusCode ?? 502, upstream.headers)
      upstream.pipe(response)
    })
    forwarded.once('error', () => response.destroy())
    received.pipe(forwarded)
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    /** The most requests at the same time so far. */
    mostConcurrent: () => mostOpen,
    async end(): Promise<void> {
      agent.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}
