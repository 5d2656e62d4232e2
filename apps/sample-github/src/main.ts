import { createAdaptorServer } from '@hono/node-server'
import { createSampleGitHub } from './app.ts'
import { type Settings, settingsFrom } from './settings.ts'

const host = '127.0.0.1'

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

function settings(): Settings {
  try {
    return settingsFrom(process.env)
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error))
  }
}

const { port, ...options } = settings()
const server = createAdaptorServer({
  fetch: createSampleGitHub(options).fetch,
  // A client that reuses a connection while it closes would see a failure that is not a configured fault.
  serverOptions: { keepAliveTimeout: 65_000 },
})

server.on('error', (error: NodeJS.ErrnoException) => {
  const inUse = error.code === 'EADDRINUSE'
  stop(
    inUse
      ? `Port ${port} of ${host} is in use; set SAMPLE_GITHUB_PORT to another one`
      : error.message,
  )
})

server.listen(port, host, () => {
  const address = server.address()
  const realPort = typeof address === 'object' && address ? address.port : port
  process.stdout.write(`Sample GitHub listening on http://${host}:${realPort}\n`)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    process.exit(0)
  })
}
