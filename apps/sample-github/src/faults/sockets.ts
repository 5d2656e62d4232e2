import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { SampleContext } from '../http/context.ts'
import { standardHeaders } from '../http/headers.ts'
import { ThrownResponse } from '../http/thrown-response.ts'
import type { Fault, FaultRequest } from './fault.ts'

type Headers = Record<string, string>

const json = { 'content-type': 'application/json; charset=utf-8' }

/** A fault that writes to the socket directly. */
function onSocket(write: (outgoing: ServerResponse, c: SampleContext) => void): Fault {
  return ({ c }) => writeToSocket(c, write)
}

/** A fault that writes to the socket and needs the healthy body. */
function onSocketWithBody(
  write: (outgoing: ServerResponse, text: string, headers: Headers) => void,
): Fault {
  return async ({ c, healthy }: FaultRequest) => {
    const text = await (await healthy()).text()
    // A body of two bytes is too short to break in the middle.
    const body = text.length > 20 ? text : '{"message":"There is nothing here."}'
    return writeToSocket(c, (outgoing) => write(outgoing, body, standardHeaders(c)))
  }
}

function writeToSocket(
  c: SampleContext,
  write: (outgoing: ServerResponse, c: SampleContext) => void,
): Response {
  // Without a server `env` is undefined, whatever its type says.
  const outgoing = c.env?.outgoing
  if (!outgoing)
    throw new ThrownResponse(500, { message: 'This fault needs a server with a socket' })
  c.set('isAlreadySent', true)
  write(outgoing, c)
  return RESPONSE_ALREADY_SENT
}

/** Sends half of the body, then closes the connection. */
function sendHalf(outgoing: ServerResponse, text: string, headers: Headers): void {
  outgoing.writeHead(200, headers)
  outgoing.write(text.slice(0, Math.floor(text.length / 2)), () => outgoing.destroy())
}

function sendSlowly(outgoing: ServerResponse, text: string, headers: Headers): void {
  outgoing.writeHead(200, { ...headers, ...json })
  let sent = 0
  const sendNext = () => outgoing.write(text.charAt(sent++ % text.length))
  sendNext()
  const timer = setInterval(sendNext, 1000)
  outgoing.on('close', () => clearInterval(timer))
}

const chunk = `"${'x'.repeat(64 * 1024 - 3)}",`
const HUGE_BODY_CHUNKS = 3_200

/** An array of long strings; without `chunks` it has no end. */
function* longJson(chunks = Number.POSITIVE_INFINITY) {
  yield '['
  for (let count = 0; count < chunks; count++) yield chunk
  yield '0]'
}

/** Writes as fast as the client reads, and stops when the client disconnects. */
function streamText(outgoing: ServerResponse, text: Iterable<string>): void {
  pipeline(Readable.from(text), outgoing).catch(() => outgoing.destroy())
}

/** Faults that need malformed or slow HTTP. */
export const socketFaults: Record<string, Fault> = {
  'no-content-type': onSocketWithBody((outgoing, text, headers) => {
    outgoing.writeHead(200, headers).end(text)
  }),
  'cut-body': onSocketWithBody((outgoing, text, headers) => {
    sendHalf(outgoing, text, {
      ...headers,
      ...json,
      'content-length': String(Buffer.byteLength(text)),
    })
  }),
  'cut-chunked': onSocketWithBody((outgoing, text, headers) => {
    sendHalf(outgoing, text, { ...headers, ...json })
  }),
  'slow-headers': onSocket(() => {}),
  'slow-body': onSocketWithBody(sendSlowly),
  'huge-body': onSocket((outgoing, c) => {
    const length = 1 + HUGE_BODY_CHUNKS * chunk.length + 2
    outgoing.writeHead(200, { ...standardHeaders(c), ...json, 'content-length': String(length) })
    streamText(outgoing, longJson(HUGE_BODY_CHUNKS))
  }),
  'endless-body': onSocket((outgoing, c) => {
    outgoing.writeHead(200, { ...standardHeaders(c), ...json })
    streamText(outgoing, longJson())
  }),
  'huge-headers': onSocketWithBody((outgoing, text, headers) => {
    outgoing.writeHead(200, { ...headers, ...json, 'x-huge': 'x'.repeat(64 * 1024) }).end(text)
  }),
  'close-early': onSocket((outgoing) => {
    outgoing.destroy()
  }),
}
