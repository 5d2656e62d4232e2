import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sample, startSample } from '../test-support.ts'

/** Everything that the server sends before it closes the connection or the time is up. */
async function rawResponse(url: string, path: string, milliseconds = 2_000) {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  const closed = new Promise<boolean>((resolve) => socket.on('close', () => resolve(true)))
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nUser-Agent: raw\r\nConnection: close\r\n\r\n`,
  )
  const isClosed = await Promise.race([closed, wait(milliseconds, false)])
  socket.destroy()
  const [head = '', body = ''] = text.split('\r\n\r\n')
  return { isClosed, head, body }
}

test('no-content-type sends the right body without its type', async () => {
  const url = await startSample()
  const response = await fetch(`${url}/repos/failures/no-content-type`)

  expect(response.headers.get('content-type')).toBeNull()
  expect(response.headers.get('x-sample-github')).toBe('1')
  expect(await response.json()).toMatchObject({ full_name: 'failures/no-content-type' })
})

test('cut-body closes before content-length is reached', async () => {
  const url = await startSample()
  const { isClosed, head, body } = await rawResponse(url, '/repos/failures/cut-body')
  const length = Number(/content-length: (\d+)/.exec(head)?.[1])

  expect(isClosed).toBe(true)
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(body.length).toBe(Math.floor(length / 2))
  expect(body).toMatch(/^\{"id":/)
  const response = await fetch(`${url}/repos/failures/cut-body`)
  await expect(response.text()).rejects.toThrow('terminated')
})

test('cut-chunked closes without the last chunk', async () => {
  const url = await startSample()
  const { isClosed, head, body } = await rawResponse(url, '/repos/failures/cut-chunked')

  expect(isClosed).toBe(true)
  expect(head).toContain('Transfer-Encoding: chunked')
  expect(body.length).toBeGreaterThan(1_000)
  expect(body).not.toMatch(/\r\n0\r\n/)
  const response = await fetch(`${url}/repos/failures/cut-chunked`)
  await expect(response.text()).rejects.toThrow('terminated')
})

test('slow-headers accepts the request and keeps the socket open', async () => {
  const url = await startSample()

  expect(await rawResponse(url, '/repos/failures/slow-headers', 400)).toEqual({
    isClosed: false,
    head: '',
    body: '',
  })
  expect(await (await fetch(`${url}/_control/requests`)).json()).toMatchObject({ total: 1 })
})

test('slow-body sends a byte a second', async () => {
  const url = await startSample()
  const { isClosed, head, body } = await rawResponse(url, '/repos/failures/slow-body', 1_700)

  expect(isClosed).toBe(false)
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(body).toBe('1\r\n{\r\n1\r\n"\r\n')
})

test('huge-body announces 200 MB and sends no faster than the client reads', async () => {
  const url = await startSample()
  const memory = process.memoryUsage().rss
  const response = await fetch(`${url}/repos/failures/huge-body`)
  const reader = response.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  await wait(300)

  expect(response.headers.get('content-length')).toBe('209715203')
  expect(new TextDecoder().decode(value).slice(0, 5)).toBe('["xxx')
  expect(process.memoryUsage().rss - memory).toBeLessThan(100_000_000)
  await reader?.cancel()
})

test('endless-body continues while the client reads, and stops when it disconnects', async () => {
  const url = await startSample()
  const response = await fetch(`${url}/repos/failures/endless-body`)
  const reader = response.body?.getReader()
  let bytes = 0
  while (bytes < 20_000_000) bytes += (await reader?.read())?.value?.length ?? 0

  expect(response.headers.get('content-length')).toBeNull()
  await reader?.cancel()
  expect((await fetch(`${url}/users/nova`)).status).toBe(200)
})

test('huge-headers sends a header of 64 kB', async () => {
  const url = await startSample()
  const { head } = await rawResponse(url, '/repos/failures/huge-headers')

  expect(/x-huge: (x+)/.exec(head)?.[1]).toHaveLength(65_536)
  await expect(fetch(`${url}/repos/failures/huge-headers`)).rejects.toThrow('fetch failed')
})

test('close-early closes before sending a byte', async () => {
  const url = await startSample()

  expect(await rawResponse(url, '/repos/failures/close-early')).toEqual({
    isClosed: true,
    head: '',
    body: '',
  })
})

test('serves the next request after every fault', async () => {
  const url = await startSample()
  for (const fault of ['cut-body', 'cut-chunked', 'close-early', 'huge-headers']) {
    await fetch(`${url}/repos/failures/${fault}`).then(
      (response) => response.text().catch(() => ''),
      () => '',
    )
    expect((await fetch(`${url}/repos/acme/rocket`)).status).toBe(200)
  }
})

test('reports that a socket fault needs a server', async () => {
  const response = await sample()('/repos/failures/close-early')

  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ message: 'This fault needs a server with a socket' })
})
