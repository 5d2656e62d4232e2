import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, test } from '@playwright/test'

const publicFolder = join(import.meta.dirname, '../../apps/dashboard/public')
const mark = readFileSync(join(publicFolder, 'icon.svg'), 'utf8')

test('the image for links on other sites', async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 630 })
  await page.setContent(readFileSync(join(import.meta.dirname, 'social-card.html'), 'utf8'))
  await page.screenshot({ path: join(publicFolder, 'social-card.png') })
})

test('the icon for a phone, which rounds its corners', async ({ page }) => {
  const png = await renderSvg(page, mark.replace(' rx="5"', ''), 180)
  writeFileSync(join(publicFolder, 'apple-touch-icon.png'), png)
})

test('the icon at /favicon.ico', async ({ page }) => {
  writeFileSync(
    join(publicFolder, 'favicon.ico'),
    createIconFile(await renderSvg(page, mark, 32), 32),
  )
})

async function renderSvg(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`,
  )
  return page.screenshot({ omitBackground: true })
}

/** An icon file with one image: a header of 6 bytes, an entry of 16 bytes, and the PNG. */
function createIconFile(png: Buffer, size: number): Buffer {
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
