import { ImageResponse } from 'next/og'
import type { SocialCard } from './read-social-card.server.ts'
import { HEIGHT, SocialCardImage, WIDTH } from './social-card.tsx'

/** A card takes 100 ms of a processor, so those that wait for it are limited. */
const MAX_QUEUED = 4
// About 40 kB each.
const MAX_STORED = 100

const stored = new Map<string, Promise<Buffer>>()
let lastRender: Promise<unknown> = Promise.resolve()
let queued = 0

/**
 * Renders a card as PNG, cards one after the other; equal cards are rendered once. Returns undefined
 * if too many are queued.
 */
export function renderSocialCard(card: SocialCard): Promise<Buffer> | undefined {
  const key = JSON.stringify(card)
  const earlier = stored.get(key)
  if (earlier !== undefined) return earlier
  if (queued >= MAX_QUEUED) return undefined

  queued++
  const image = lastRender
    .then(() => renderImage(card))
    .finally(() => {
      queued--
    })
  lastRender = image.catch(() => stored.delete(key))
  stored.set(key, image)
  const [oldest] = stored.keys()
  if (stored.size > MAX_STORED && oldest !== undefined) stored.delete(oldest)
  return image
}

async function renderImage(card: SocialCard): Promise<Buffer> {
  const response = new ImageResponse(<SocialCardImage card={card} />, {
    width: WIDTH,
    height: HEIGHT,
  })
  return Buffer.from(await response.arrayBuffer())
}
