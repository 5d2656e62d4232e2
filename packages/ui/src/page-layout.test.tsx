import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { PageLayout } from './page-layout.tsx'

const nav = [
  { href: '/compare', label: 'Compare' },
  { href: '/status', label: 'Status', current: true },
]

test('starts with a link that skips to the content', () => {
  const html = renderMarkup(
    <PageLayout brand="Repo Dashboard" nav={nav}>
      Hello
    </PageLayout>,
  )

  expect(html).toMatch(/^<div><a href="#content">Skip to content<\/a><header>/)
  expect(html).toContain('<main id="content" tabindex="-1">Hello</main>')
})

test('marks the link of the current page', () => {
  const html = renderMarkup(
    <PageLayout brand="Repo Dashboard" nav={nav}>
      Hello
    </PageLayout>,
  )

  expect(html).toContain('<a href="/compare">Compare</a>')
  expect(html).toContain('<a aria-current="page" href="/status">Status</a>')
})

test('shows the search, the end of the header and the footer', () => {
  const html = renderMarkup(
    <PageLayout
      brand="Repo Dashboard"
      nav={nav}
      search="Find"
      headerEnd="Sample data"
      footer="Source"
    >
      Hello
    </PageLayout>,
  )

  expect(html).toContain('<search>Find</search>')
  expect(html).toContain('<div>Sample data</div></header>')
  expect(html).toContain('<footer>Source</footer>')
})
