import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { Panel, PanelMessage } from './panel.tsx'

test('is a section labeled by its heading', () => {
  const html = renderMarkup(<Panel title="Releases">v4.2.1</Panel>)
  const [, id] = /<h2 id="([^"]+)">Releases<\/h2>/.exec(html) ?? []

  expect(html).toContain(`<section aria-labelledby="${id}">`)
  expect(html).toContain('<div>v4.2.1</div>')
})

test('shows the state of its content beside the heading', () => {
  const html = renderMarkup(
    <Panel title="Releases" note={{ tone: 'stale', text: 'From 3 hours ago' }}>
      v4.2.1
    </Panel>,
  )
  expect(html).toContain('</h2><p>From 3 hours ago</p>')
})

test('explains why there is no data', () => {
  const html = renderMarkup(<PanelMessage icon="telescope">No releases yet</PanelMessage>)
  expect(html).toMatch(
    /^<div><span data-icon="telescope"><\/span><div>No releases yet<\/div><\/div>$/,
  )
})
