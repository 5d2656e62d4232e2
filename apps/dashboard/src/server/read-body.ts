import type { IncomingMessage } from 'node:http'

/**
 * Returns the body of a request; undefined if it has more than `maxBytes`. A large body is read to its
 * end and dropped, because clients read no response while they send.
 */
export async function readBody(
  req: IncomingMessage,
  maxBytes: number,
): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req) {
    length += chunk.length
    if (length <= maxBytes) chunks.push(chunk)
  }
  return length <= maxBytes ? Buffer.concat(chunks).toString() : undefined
}
