import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { connect } from 'node:http2'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { TestInfo } from '@playwright/test'
import { nginxArguments, writeCacheConfig } from '../../scripts/cache-config.ts'
import { findProgram } from '../../scripts/programs.ts'
import { expect, test } from '../support/behind-test-origin.ts'
import { expectHealthy, freePort, retryUntilSuccess, startProgram } from '../support/programs.ts'
import { send } from '../support/send.ts'

test.use({ cache: 'nginx' })

test('a client has at most a hundred concurrent requests', async ({ origin, visit }) => {
  const held: ServerResponse[] = []
  origin.respondWith((_request, response) => held.push(response))
  const visits = Array.from({ length: 130 }, (_, index) => visit(`/${index}`))

  await expect.poll(() => held.length).toBe(100)
  for (const response of held) response.end()
  const statuses = (await Promise.all(visits)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(100)
  expect(statuses.filter((status) => status === 429)).toHaveLength(30)
})

/** A folder of a test in which nginx may write, whichever user it runs as. */
function createFolder(testInfo: TestInfo): string {
  const folder = testInfo.outputPath('nginx')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  return folder
}

test('nginx.conf runs as a daemon, as the unit of Debian’s package starts it', async ({
  origin,
}, testInfo) => {
  origin.respondWith((_request, response) => response.end('the page'))
  const folder = createFolder(testInfo)
  const listen = await freePort()
  const path = writeCacheConfig(folder, 'nginx.conf', {
    listen: `127.0.0.1:${listen}`,
    origins: [Number(new URL(origin.originUrl).port)],
  })
  const directives = 'daemon on; master_process on; pid nginx.pid;'
  const program = findProgram('nginx') ?? 'nginx'
  const args = ['-p', folder, '-c', path, '-g', directives]
  const nginx = (...others: string[]) =>
    execFileSync(program, [...args, ...others], { stdio: 'ignore' })

  const { status, stderr } = spawnSync(program, [...args, '-t', '-q'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  nginx()
  await retryUntilSuccess(() => expectHealthy(`http://127.0.0.1:${listen}/health`))
  expect((await send(`http://127.0.0.1:${listen}`, '/')).body).toBe('the page')
  nginx('-s', 'quit')
  await expect.poll(() => existsSync(join(folder, 'nginx.pid'))).toBe(false)
})

test('tls.conf serves HTTP/2 with the certificate, and redirects HTTP to its own name', async ({
  origin,
}, testInfo) => {
  origin.respondWith((_request, response) => response.end('the page'))
  const folder = createFolder(testInfo)
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=dashboard.test'],
      ...['-addext', 'subjectAltName=DNS:dashboard.test'],
    ],
    { stdio: 'ignore' },
  )
  const [listen, http] = [await freePort(), await freePort()]
  const path = writeCacheConfig(folder, 'nginx.conf', {
    listen: `127.0.0.1:${listen}`,
    origins: [Number(new URL(origin.originUrl).port)],
    tls: { name: 'dashboard.test', listenHttp: `127.0.0.1:${http}`, certificate, key },
  })
  const plain = `http://127.0.0.1:${http}`
  const program = findProgram('nginx') ?? 'nginx'
  const server = await startProgram([program, '-p', folder, '-c', path, ...nginxArguments], {
    cwd: folder,
    ready: () => send(plain, '/'),
  })

  const session = connect(`https://127.0.0.1:${listen}`, {
    ca: readFileSync(certificate),
    servername: 'dashboard.test',
  })
  const stream = session.request({ ':path': '/', ':authority': 'dashboard.test' })
  const headers = await new Promise<Record<string, unknown>>((resolve) =>
    stream.once('response', resolve),
  )
  expect(await text(stream)).toBe('the page')
  expect(session.alpnProtocol).toBe('h2')
  session.close()
  expect(headers).toMatchObject({
    ':status': 200,
    'strict-transport-security': 'max-age=63072000',
  })

  const redirect = await send(plain, '/repos/acme/rocket?tab=a', {
    headers: { host: 'other.example' },
  })
  expect(redirect).toMatchObject({
    status: 301,
    headers: {
      location: 'https://dashboard.test/repos/acme/rocket?tab=a',
      'strict-transport-security': 'max-age=63072000',
    },
  })
  await server.end()
})
