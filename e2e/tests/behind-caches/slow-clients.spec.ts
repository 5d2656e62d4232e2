import { createConnection, type Socket } from 'node:net'
import { expect, test } from '../../support/behind-test-origin.ts'

// Half of the head of a request, and half of its body. nginx counts requests with a complete head, and
// here visitors have the same address.
const attacks = [
  { clients: 200, sent: 'GET / HTTP/1.1\r\nHost: dashboard.test\r\n' },
  {
    clients: 50,
    sent: 'POST /api/session HTTP/1.1\r\nHost: dashboard.test\r\nContent-Length: 9\r\n\r\n12345',
  },
]

test('clients that stall in a request do not reach the application or delay others, and are disconnected', {
  tag: '@long',
}, async ({ origin, visit }) => {
  origin.respondWith((_request, response) => {
    response.writeHead(200, { 'Cache-Control': 'public, s-maxage=600' }).end('page')
  })
  const sockets: Socket[] = []
  const closed = new Set<Socket>()
  for (const { clients, sent } of attacks) {
    for (let client = 0; client < clients; client++) {
      const socket = createConnection(Number(new URL(origin.url).port), '127.0.0.1')
      socket.on('close', () => closed.add(socket))
      // Closing a connection with unread bytes resets it.
      socket.on('error', () => {})
      socket.resume()
      socket.write(sent)
      sockets.push(socket)
    }
  }

  expect((await visit('/first')).text).toBe('page')
  expect((await visit('/second')).text).toBe('page')
  expect(origin.requests.map(({ url }) => url)).toEqual(['/first', '/second'])
  await expect.poll(() => closed.size, { timeout: 60_000 }).toBe(sockets.length)
  expect(origin.requests).toHaveLength(2)
})

test('clients that send a header byte by byte are disconnected', { tag: '@long' }, async ({
  origin,
  visit,
}) => {
  origin.respondWith((_request, response) => response.end('page'))
  const socket = createConnection(Number(new URL(origin.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.resume()
  socket.write('GET / HTTP/1.1\r\nX-Slow: ')
  const timer = setInterval(() => socket.write('x'), 500)

  await expect.poll(() => socket.closed, { timeout: 60_000 }).toBe(true)
  clearInterval(timer)
  expect((await visit()).text).toBe('page')
  expect(origin.requests).toHaveLength(1)
})
