import { expect, test } from 'vitest'
import { Frame } from './frame.tsx'
import { markup } from './markup.ts'

const nav = [
  { href: '/compare', label: 'Compare' },
  { href: '/status', label: 'Status', current: true },
]

test('begins with a link that skips to the content', () => {
  const html = markup(
    <Frame brand="Repo Dashboard" nav={nav}>
      Hello
    </Frame>,
  )

  expect(html).toMatch(/^<div><a href="#content">Skip to content<\/a><header>/)
  expect(html).toContain('<main id="content" tabindex="-1">Hello</main>')
})

test('marks the link of the page one is on', () => {
  const html = markup(
    <Frame brand="Repo Dashboard" nav={nav}>
      Hello
    </Frame>,
  )

  expect(html).toContain('<a href="/compare">Compare</a>')
  expect(html).toContain('<a aria-current="page" href="/status">Status</a>')
})

test('shows the search, what stands aside and the footer', () => {
  const html = markup(
    <Frame brand="Repo Dashboard" nav={nav} search="Find" aside="Sample data" footer="Source">
      Hello
    </Frame>,
  )

  expect(html).toContain('<search>Find</search>')
  expect(html).toContain('<div>Sample data</div></header>')
  expect(html).toContain('<footer>Source</footer>')
})
