import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { prerenderToNodeStream } from 'react-dom/static'

/** Renders as Next.js does, with what is loaded on demand. */
export async function render(node: ReactNode): Promise<string> {
  const { prelude } = await prerenderToNodeStream(node)
  return text(prelude)
}
