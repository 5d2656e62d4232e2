import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

test('the arrow keys show a chart’s values week by week', async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  const panel = page.getByRole('region', { name: 'Commits per week' })
  const slider = panel.getByRole('slider', { name: 'Commits per week, value by value' })
  // The button appears at hydration.
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
  await panel.getByText('Show data').click()
  const [first, ...fourWeeks] = await panel
    .getByRole('table')
    .getByRole('rowheader')
    .allTextContents()
  const weekAfter = (day: string | undefined, weeks: number) =>
    new Date(Date.parse(`${day} UTC`) + weeks * 604_800_000).toLocaleDateString('en', {
      dateStyle: 'medium',
      timeZone: 'UTC',
    })
  const [previous, last] = [2, 3].map((week) => weekAfter(fourWeeks.at(-1), week))

  await slider.focus()
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`, Week of ${last}(, Released .+)?$`),
  )
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`, Week of ${previous}(, Released .+)?$`),
  )
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`, Week of ${first}(, Released .+)?$`),
  )
  await expect(panel.getByText(`Week of ${first}`, { exact: true })).toBeVisible()
})

for (const width of [320, 1440]) {
  test(`the pointer shows a chart’s values in a window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/repos/acme/rocket')
    const panel = page.getByRole('region', { name: 'Commits per week' })
    const chart = panel.getByRole('img', { name: 'Commits per week' })
    const slider = panel.getByRole('slider')
    await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
    const box = await chart.boundingBox()
    const position = (share: number) => ({ x: (box?.width ?? 0) * share, y: 60 })

    await chart.hover({ position: position(0.001) })
    await expect(slider).toHaveValue('0')
    await chart.hover({ position: position(0.51) })
    await expect(slider).toHaveValue('26')
    await chart.hover({ position: position(0.999) })
    await expect(slider).toHaveValue('51')
  })
}

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript a chart has a table, and no slider', async ({ page }) => {
    await page.goto('/repos/acme/rocket')
    const panel = page.getByRole('region', { name: 'Commits per week' })
    await expect(panel.getByRole('img', { name: 'Commits per week' })).toBeVisible()
    await expect(panel.getByRole('slider')).toHaveCount(0)
    await panel.getByText('Show data').click()
    await expect(panel.getByRole('row')).toHaveCount(14)
  })
})

test.describe('the tooltip', () => {
  const openChart = async (page: Page) => {
    await page.goto('/repos/acme/rocket/activity')
    await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
    const panel = page.getByRole('region', { name: 'Commits per week' })
    const tooltip = panel.getByText(/^Week of /)
    return { panel, tooltip, slider: panel.getByRole('slider') }
  }

  test('follows the pointer, and hides when it leaves', async ({ page }) => {
    const { panel, tooltip } = await openChart(page)
    const chart = panel.getByRole('img', { name: 'Commits per week' })
    await expect(tooltip).toHaveCount(0)
    await chart.hover({ position: { x: 60, y: 60 } })
    await expect(tooltip).toBeVisible()
    const first = await tooltip.textContent()
    await chart.hover({ position: { x: 200, y: 60 } })
    await expect(tooltip).not.toHaveText(first ?? '')
    await page.getByRole('heading', { level: 1 }).hover()
    await expect(tooltip).toHaveCount(0)
  })

  test('names the release of a week', async ({ page }) => {
    const { panel, tooltip, slider } = await openChart(page)
    await slider.focus()
    await expect(tooltip).toBeVisible()
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowLeft')
        return slider.getAttribute('aria-valuetext')
      })
      .toMatch(/^\d+ commits, Week of .+, Released v4\.2\.1$/)
    await expect(panel.getByText('Released v4.2.1')).toBeVisible()
  })

  test('follows the focus, and hides with Escape and when the focus leaves', async ({ page }) => {
    const { tooltip, slider } = await openChart(page)
    await slider.focus()
    await expect(tooltip).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(tooltip).toHaveCount(0)
    await page.keyboard.press('ArrowLeft')
    await expect(tooltip).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(tooltip).toHaveCount(0)
  })

  test.describe(() => {
    test.use({ hasTouch: true })

    test('stays after a tap until the next tap elsewhere', async ({ page }) => {
      const { panel, tooltip, slider } = await openChart(page)
      await panel
        .getByRole('img', { name: 'Commits per week' })
        .tap({ position: { x: 300, y: 60 } })
      await expect(tooltip).toBeVisible()
      await expect(slider).toBeFocused()
      await page.getByRole('heading', { name: 'Commits by weekday' }).tap()
      await expect(tooltip).toHaveCount(0)
    })
  })
})
