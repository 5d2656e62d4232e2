// Runs a Node.js function of the Build Output as a server, in a process of its own.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const [handlerPath = '', usesWebApi] = process.argv.slice(2)

// Vercel's libraries find the platform here. This process lives on, so it completes all work.
const context = { waitUntil: () => {} }
Object.assign(globalThis, { [Symbol.for('@vercel/request-context')]: { get: () => context } })

const handler = createRequire(handlerPath)(handlerPath)

const server = createServer(async (req, res) => {
  try {
    if (usesWebApi !== 'true') return await handler(req, res)
    const url = `http://${req.headers.host}${req.url}`
    const response = await handler(new Request(url, { method: req.method, headers: req.headers }))
    res.writeHead(response.status, Object.fromEntries(response.headers))
    res.end(Buffer.from(await response.arrayBuffer()))
  } catch (error) {
    // Vercel reports the error, and responds instead of the function.
    console.error(error)
    res.destroy()
  }
})
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
