import { join } from 'node:path'
import { test } from '@playwright/test'
import { viewerHeaders } from '../support/pages.ts'
import { type Picture, pictures } from './pictures.ts'

const folder = join(import.meta.dirname, '../../docs/pictures')
const windows = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 780 } }

for (const picture of pictures) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const window of ['wide', 'narrow'] as const) {
      const name = nameOf(picture, window, colorScheme)
      test(`screenshot ${name}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize(windows[window])
        await page.setExtraHTTPHeaders(viewerHeaders(picture.page))
        await page.goto(picture.path)
        await page.getByRole('button', { name: /^Theme/ }).waitFor()
        await page.screenshot({ path: join(folder, name) })
      })
    }
  }
}

function nameOf({ name }: Picture, window: 'wide' | 'narrow', colorScheme: string): string {
  return `${name}-${window === 'wide' ? '' : 'narrow-'}${colorScheme}.png`
}
