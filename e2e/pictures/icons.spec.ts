import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, test } from '@playwright/test'

const publicFolder = join(import.meta.dirname, '../../apps/dashboard/public')
const mark = readFileSync(join(publicFolder, 'icon.svg'), 'utf8')

test('the card that other sites show for a link to this one', async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 630 })
  await page.setContent(readFileSync(join(import.meta.dirname, 'social-card.html'), 'utf8'))
  await page.screenshot({ path: join(publicFolder, 'social-card.png') })
})

test('the icon of a bookmark on a phone, without corners: the phone rounds them', async ({
  page,
}) => {
  const png = await drawn(page, mark.replace(' rx="5"', ''), 180)
  writeFileSync(join(publicFolder, 'apple-touch-icon.png'), png)
})

test('the icon for what asks for /favicon.ico', async ({ page }) => {
  writeFileSync(join(publicFolder, 'favicon.ico'), iconFile(await drawn(page, mark, 32), 32))
})

async function drawn(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`,
  )
  return page.screenshot({ omitBackground: true })
}

/** An icon file that holds one picture: a header of 6 bytes, an entry of 16, and the PNG as it is. */
function iconFile(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}
