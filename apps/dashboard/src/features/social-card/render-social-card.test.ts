import { afterEach, expect, test, vi } from 'vitest'
import { toDrawableText } from './drawable-text.ts'
import type { SocialCard } from './read-social-card.server.ts'
import { renderSocialCard } from './render-social-card.server.tsx'

// next/og downloads what its font lacks.
const download = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'))

afterEach(() => {
  const urls = download.mock.calls.map(([url]) => String(url))
  // The layout engine is a data: URL.
  expect(urls.filter((url) => !url.startsWith('data:'))).toEqual([])
})

const card: SocialCard = {
  owner: 'acme',
  heading: 'rocket',
  description: 'Rockets for everybody.',
  isArchived: true,
  figures: [
    { label: 'Stars', value: '12.4k' },
    { label: 'Latest release', value: 'v4.2.1' },
  ],
  weeks: [0, 5, 20, 3],
}

/** The signature, the type of the first chunk, and its width and height. */
function headerOf(png: Buffer | undefined) {
  return png && [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]
}

test('renders a PNG of 1200 by 630 pixels, the same for the same card', async () => {
  const png = await renderSocialCard(card)
  expect(headerOf(png)).toEqual(['PNG', 1200, 630])
  expect(await renderSocialCard({ ...card })).toBe(png)
  expect(await renderSocialCard({ ...card, figures: [] })).not.toEqual(png)
})

test.each([
  ['the longest names', { owner: 'o'.repeat(39), heading: 'M'.repeat(100), figures: [] }],
  ['an error', { heading: 'Repository not found', figures: [] }],
  ['a long description', { ...card, description: 'x'.repeat(400) }],
  ['a long tag', { ...card, figures: [{ label: 'Latest release', value: 'v'.repeat(400) }] }],
])('renders %s', async (_, content) => {
  expect(headerOf(await renderSocialCard(content))).toEqual(['PNG', 1200, 630])
})

test('the font has every character that a card may contain', async () => {
  const texts = Array.from({ length: 0x3000 }, (_, code) =>
    toDrawableText(`a${String.fromCodePoint(code)}`),
  )
  const drawable = [...new Set(texts.join(''))]
  expect(drawable.length).toBeGreaterThan(500)
  const description = drawable.join(' ')
  expect(headerOf(await renderSocialCard({ ...card, description }))).toEqual(['PNG', 1200, 630])
})

test('renders a limited number of cards at a time', async () => {
  const images = ['a', 'b', 'c', 'd', 'e'].map((heading) =>
    renderSocialCard({ heading, figures: [] }),
  )
  expect(images.map((image) => image !== undefined)).toEqual([true, true, true, true, false])
  await Promise.all(images)
  expect(headerOf(await renderSocialCard({ heading: 'e', figures: [] }))).toEqual([
    'PNG',
    1200,
    630,
  ])
})
