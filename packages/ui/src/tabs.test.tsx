import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { Tabs } from './tabs.tsx'

test('links to the pages of a resource and marks the current page', () => {
  const html = renderMarkup(
    <Tabs
      label="acme/rocket"
      tabs={[
        { href: '/', label: 'Overview', current: true },
        { href: '/issues', label: 'Issues', count: '231' },
      ]}
    />,
  )

  expect(html).toBe(
    '<nav aria-label="acme/rocket"><ul>' +
      '<li><a aria-current="page" href="/">Overview</a></li>' +
      '<li><a href="/issues">Issues<span>231</span></a></li>' +
      '</ul></nav>',
  )
})
