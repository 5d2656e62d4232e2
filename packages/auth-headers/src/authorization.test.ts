import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { authorizationFrom, challengeFor, tokenFrom } from './authorization.ts'
import { Secret } from './secret.ts'

const token = 'github_pat_11AAAAAAA0abcdefghijkl'

test.each([
  `Bearer ${token}`,
  `bearer ${token}`,
  `BEARER   ${token}`,
  `token ${token}`,
  `Token ${token}`,
])('takes the token of "%s"', (authorization) => {
  const read = authorizationFrom({ authorization })
  expect(read.kind === 'token' && read.token.reveal()).toBe(token)
})

test('takes the long dotted tokens of installations, and padding', () => {
  const long = `ghs_${'eyJhbGciOiJSUzI1NiJ9.'.repeat(24)}c2lnbmF0dXJl==`
  const read = authorizationFrom(new Headers({ authorization: `Bearer ${long}` }))
  expect(read.kind === 'token' && read.token.reveal()).toBe(long)
})

test('knows that no header came', () => {
  expect(authorizationFrom({})).toEqual({ kind: 'none' })
  expect(authorizationFrom({ authorization: [] })).toEqual({ kind: 'none' })
  expect(authorizationFrom(new Headers())).toEqual({ kind: 'none' })
})

test('takes a pasted text for a token where it may be one', () => {
  expect(tokenFrom(token)?.reveal()).toBe(token)
  for (const text of ['', 'short12', ` ${token}`, `${token}\n`, 'x'.repeat(1025), 'é'.repeat(20)]) {
    expect(tokenFrom(text)).toBe(undefined)
  }
})

const grammar = 'The Authorization header must be "Bearer" and a token'
const twice = 'The Authorization header must come once'
const length = 'A token has 8 to 1024 characters'

test.each<[string | string[], string]>([
  ['', grammar],
  ['Bearer', grammar],
  ['Bearer ', grammar],
  [token, grammar],
  [`Basic ${token}`, grammar],
  [`Bearer\t${token}`, grammar],
  [`Bearer ${token} ${token}`, grammar],
  [`Bearer ${token},`, grammar],
  [`Bearer ${token}, Bearer ${token}`, grammar],
  [`Bearer "${token}"`, grammar],
  [`Bearer ${token}=a`, grammar],
  ['Bearer ghp_é0123456789', grammar],
  ['Bearer short12', length],
  [`Bearer ${'x'.repeat(1025)}`, length],
  [[`Bearer ${token}`, `Bearer ${token}`], twice],
])('refuses %j, and says why', (authorization, why) => {
  expect(authorizationFrom({ authorization })).toEqual({
    kind: 'refused',
    why,
    challenge: challengeFor(why),
  })
})

test('says the challenge as a browser reads it', () => {
  expect(challengeFor(grammar)).toBe(
    'Bearer realm="GitHub", error="invalid_token", ' +
      `error_description="The Authorization header must be 'Bearer' and a token"`,
  )
  expect(challengeFor('a\r\nb"c\\d')).toContain(`error_description="a??b'c'd"`)
})

test('finds a token or refuses, whatever comes, and never prints it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, withScheme) => {
      const authorization = withScheme ? `Bearer ${text}` : text
      const read = authorizationFrom({ authorization })
      if (read.kind === 'token') expect(`Bearer ${read.token.reveal()}`).toBe(authorization)
      else expect(read.kind).toBe('refused')
    }),
  )
})

test('knows by headersDistinct that Node has dropped a second header', async () => {
  const read: ReturnType<typeof authorizationFrom>[] = []
  const server = createServer((request, response) => {
    read.push(authorizationFrom(request.headersDistinct), authorizationFrom(request.headers))
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
    { kind: 'refused', why: twice, challenge: challengeFor(twice) },
    { kind: 'token', token: expect.any(Secret) },
  ])
})
