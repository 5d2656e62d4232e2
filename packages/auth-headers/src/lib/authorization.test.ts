import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { formatChallenge, parseToken, readAuthorization } from './authorization.ts'
import { Secret } from './secret.ts'

const token = 'github_pat_11AAAAAAA0abcdefghijkl'

test.each([
  `Bearer ${token}`,
  `bearer ${token}`,
  `BEARER   ${token}`,
  `token ${token}`,
  `Token ${token}`,
])('reads the token from "%s"', (authorization) => {
  const read = readAuthorization({ authorization }, { schemes: ['Bearer', 'token'] })
  expect(read.kind === 'token' && read.token.reveal()).toBe(token)
})

test('reads long tokens with dots and padding', () => {
  const long = `ghs_${'eyJhbGciOiJSUzI1NiJ9.'.repeat(24)}c2lnbmF0dXJl==`
  const read = readAuthorization(new Headers({ authorization: `Bearer ${long}` }))
  expect(read.kind === 'token' && read.token.reveal()).toBe(long)
})

test('returns none without a header', () => {
  expect(readAuthorization({})).toEqual({ kind: 'none' })
  expect(readAuthorization({ authorization: [] })).toEqual({ kind: 'none' })
  expect(readAuthorization(new Headers())).toEqual({ kind: 'none' })
})

test('parses only a text in the form of a token', () => {
  expect(parseToken(token)?.reveal()).toBe(token)
  for (const text of ['', 'short12', ` ${token}`, `${token}\n`, 'x'.repeat(1025), 'é'.repeat(20)]) {
    expect(parseToken(text)).toBe(undefined)
  }
})

const grammar = 'The Authorization header must be "Bearer" and a token'
const repeated = 'Only one Authorization header is allowed'
const length = 'A token has 8 to 1024 characters'

test.each<[string | string[], string]>([
  ['', grammar],
  ['Bearer', grammar],
  ['Bearer ', grammar],
  [token, grammar],
  [`Basic ${token}`, grammar],
  [`token ${token}`, grammar],
  [`Bearer\t${token}`, grammar],
  [`Bearer ${token} ${token}`, grammar],
  [`Bearer ${token},`, grammar],
  [`Bearer ${token}, Bearer ${token}`, grammar],
  [`Bearer "${token}"`, grammar],
  [`Bearer ${token}=a`, grammar],
  ['Bearer ghp_é0123456789', grammar],
  ['Bearer short12', length],
  [`Bearer ${'x'.repeat(1025)}`, length],
  [[`Bearer ${token}`, `Bearer ${token}`], repeated],
])('rejects %j with a message', (authorization, message) => {
  expect(readAuthorization({ authorization })).toEqual({ kind: 'invalid', message })
})

test('formats a challenge with and without an error', () => {
  expect(formatChallenge('GitHub')).toBe('Bearer realm="GitHub"')
  expect(formatChallenge('GitHub', grammar)).toBe(
    'Bearer realm="GitHub", error="invalid_token", ' +
      `error_description="The Authorization header must be 'Bearer' and a token"`,
  )
  expect(formatChallenge('GitHub', 'a\r\nb"c\\d')).toContain(`error_description="a??b'c'd"`)
  expect(formatChallenge('a"b\n')).toBe(`Bearer realm="a'b?"`)
})

test('returns a token or invalid for any header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, withScheme) => {
      const authorization = withScheme ? `Bearer ${text}` : text
      const read = readAuthorization({ authorization })
      if (read.kind === 'token') expect(`Bearer ${read.token.reveal()}`).toBe(authorization)
      else expect(read.kind).toBe('invalid')
    }),
  )
})

test('rejects a second header that only headersDistinct of Node.js has', async () => {
  const read: ReturnType<typeof readAuthorization>[] = []
  const server = createServer((request, response) => {
    read.push(readAuthorization(request.headersDistinct), readAuthorization(request.headers))
    response.end()
  })
  onTestFinished(() => {
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const line = `Authorization: Bearer ${token}`
  const socket = connect(port, '127.0.0.1')
  socket.end(`GET / HTTP/1.1\r\nHost: x\r\n${line}\r\n${line}x\r\nConnection: close\r\n\r\n`)
  await once(socket.resume(), 'end')

  expect(read).toEqual([
    { kind: 'invalid', message: repeated },
    { kind: 'token', token: expect.any(Secret) },
  ])
})
