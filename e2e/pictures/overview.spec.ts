import { join } from 'node:path'
import { test } from '@playwright/test'

const folder = join(import.meta.dirname, '../../docs/pictures')

for (const colorScheme of ['light', 'dark'] as const) {
  test(`picture of the overview in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/repos/acme/rocket')
    await page.getByRole('button', { name: /^Theme/ }).waitFor()
    await page.screenshot({ path: join(folder, `overview-${colorScheme}.png`) })
  })
}
