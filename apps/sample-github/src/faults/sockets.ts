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

/** A fault that writes to the socket itself. */
function onSocket(write: (outgoing: ServerResponse, c: SampleContext) => void): Fault {
  return ({ c }) => writeToSocket(c, write)
}

/** The same, with the text of the healthy answer at hand. */
function onSocketWithBody(
  write: (outgoing: ServerResponse, text: string, headers: Headers) => void,
): Fault {
  return async ({ c, healthy }: FaultRequest) => {
    const text = await (await healthy()).text()
    // A body of two bytes could not break in the middle.
    const enough = text.length > 20 ? text : '{"message":"There is nothing here."}'
    return writeToSocket(c, (outgoing) => write(outgoing, enough, standardHeaders(c)))
  }
}

function writeToSocket(
  c: SampleContext,
  write: (outgoing: ServerResponse, c: SampleContext) => void,
): Response {
  // `env` is missing altogether when there is no server.
  const outgoing = c.env?.outgoing
  if (!outgoing)
    throw new ThrownResponse(500, { message: 'This fault needs a server with a socket' })
  c.set('isAlreadySent', true)
  write(outgoing, c)
  return RESPONSE_ALREADY_SENT
}

/** Sends half of the body, then breaks the connection. */
function cut(outgoing: ServerResponse, text: string, headers: Headers): void {
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
const hugeChunks = 3_200

/** An array of long strings; without `chunks` it has no end. */
function* longJson(chunks = Number.POSITIVE_INFINITY) {
  yield '['
  for (let count = 0; count < chunks; count++) yield chunk
  yield '0]'
}

/** Reads on only as fast as the client does, and stops when it leaves. */
function streamText(outgoing: ServerResponse, text: Iterable<string>): void {
  pipeline(Readable.from(text), outgoing).catch(() => outgoing.destroy())
}

/** Faults that no well-formed response can show. */
export const socketFaults: Record<string, Fault> = {
  'no-content-type': onSocketWithBody((outgoing, text, headers) => {
    outgoing.writeHead(200, headers).end(text)
  }),
  'cut-body': onSocketWithBody((outgoing, text, headers) => {
    cut(outgoing, text, { ...headers, ...json, 'content-length': String(Buffer.byteLength(text)) })
  }),
  'cut-chunked': onSocketWithBody((outgoing, text, headers) => {
    cut(outgoing, text, { ...headers, ...json })
  }),
  'slow-headers': onSocket(() => {}),
  'slow-body': onSocketWithBody(sendSlowly),
  'huge-body': onSocket((outgoing, c) => {
    const length = 1 + hugeChunks * chunk.length + 2
    outgoing.writeHead(200, { ...standardHeaders(c), ...json, 'content-length': String(length) })
    streamText(outgoing, longJson(hugeChunks))
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
