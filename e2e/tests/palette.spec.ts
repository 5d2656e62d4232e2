import type { Page } from '@playwright/test'
import { expectNoViolations } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('the keyboard alone leads from home to a suggested repository', async ({ page }) => {
  await openHydrated(page, '/')
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search repositories or enter owner/name' })
  await expect(field).toBeFocused()
  await page.keyboard.type('acme/roc')
  const group = page.getByRole('listbox').getByRole('group', { name: 'On GitHub' })
  await expect(group.getByRole('option').first()).toHaveText('acme/rocket')
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expectNoViolations(page)

  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { selected: true })).toHaveText('acme/rocket')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(field).toHaveValue('acme/roc')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/repos/acme/rocket')
})

test('the command palette opens a tab, pins, sets the theme and compares', async ({ page }) => {
  await openHydrated(page, '/repos/acme/rocket')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  async function run(typed: string) {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(palette.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
  }

  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette.getByRole('option', { name: 'Pull requests' })).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette).toHaveCount(0)

  await run('pin')
  await expect(page.getByRole('button', { name: 'Pinned' })).toBeVisible()
  await run('theme light')
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible()
  await run('releases')
  await expect(page).toHaveURL('/repos/acme/rocket/releases')
  await run('compare with')
  await expect(palette.getByRole('status')).toHaveText('Type owner/name or words.')
  await page.keyboard.type('acme/monolith')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/compare?repos=acme/rocket,acme/monolith')
})

test('keys that are typed while the palette loads are those of the palette', async ({ page }) => {
  await openHydrated(page, '/repos/acme/rocket')
  const tab = page.getByRole('link', { name: 'Issues' }).first()
  await tab.focus()
  let release = () => {}
  const loaded = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await loaded
    await route.continue()
  })
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('?nothing')
  // The next key comes before the event that a dialog sends when it closes.
  await page.evaluate(() => {
    document.querySelector('dialog')?.close()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }))
  })
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(tab).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('compare with\nacme/mono')
  release()
  const field = page.getByRole('combobox', { name: 'Compare acme/rocket with…' })
  await expect(field).toHaveValue('acme/mono')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(tab).toBeFocused()
})

test('the shortcuts of a single key are turned off where they are listed', async ({ page }) => {
  await openHydrated(page, '/learn')
  const search = page.getByLabel('Search repositories')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await page.keyboard.press('?')
  await expect(dialog.getByRole('term')).toHaveText(['Ctrl K', '/', 'i', '?'])
  await expectNoViolations(page)
  await dialog.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await openHydrated(page, '/learn')
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await expect(search).not.toBeFocused()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('option', { name: 'Keyboard shortcuts' }).click()
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript the search field suggests nothing', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('searchbox').fill('acme/rocket')
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await page.getByRole('searchbox').press('Enter')
    await expect(page).toHaveURL('/repos/acme/rocket')
  })
})

async function openHydrated(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
}
