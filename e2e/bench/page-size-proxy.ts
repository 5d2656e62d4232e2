import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { freePort } from '../support/programs.ts'
import { sampleUrl } from '../support/servers.ts'

/** Starts a proxy of the sample GitHub that returns pages of another size than the dashboard's. */
export async function startPageSizeProxy(size: number) {
  const port = await freePort()
  const server = createServer((received, response) => {
    const path = (received.url ?? '/').replace(/\bper_page=30\b/, `per_page=${size}`)
    const { method, headers } = received
    const forwarded = request(sampleUrl + path, { method, headers }, (upstream) => {
      response.writeHead(upstream.statusCode ?? 502, upstream.headers)
      upstream.pipe(response)
    })
    received.pipe(forwarded)
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    async end(): Promise<void> {
      server.closeAllConnections()
      server.close()
    },
  }
}
