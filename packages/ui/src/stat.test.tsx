import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { Stat, StatList } from './stat.tsx'

test('lists figures with their names', () => {
  const html = renderMarkup(
    <StatList label="Figures">
      <Stat label="Forks" value="912" />
      <Stat label="Stars" value="12.4k" detail="+318" />
    </StatList>,
  )

  expect(html).toBe(
    '<div><dl aria-label="Figures">' +
      '<div><dt>Forks</dt><dd><span>912</span></dd></div>' +
      '<div><dt>Stars</dt><dd><span>12.4k</span><small>+318</small></dd></div>' +
      '</dl></div>',
  )
})

test('links the name of a figure that has an href', () => {
  expect(renderMarkup(<Stat label="Open issues" value="231" href="/issues" />)).toContain(
    '<a href="/issues">Open issues</a>',
  )
})
