import { expect, test } from 'vitest'
import { TelescopeIcon } from './icons.ts'
import { markup } from './markup.ts'
import { Panel, PanelMessage } from './panel.tsx'

test('is a section that its heading names', () => {
  const html = markup(<Panel title="Releases">v4.2.1</Panel>)
  const [, id] = /<h2 id="([^"]+)">Releases<\/h2>/.exec(html) ?? []

  expect(html).toContain(`<section aria-labelledby="${id}">`)
  expect(html).toContain('<div>v4.2.1</div>')
})

test('tells the state of its content beside the heading', () => {
  const html = markup(
    <Panel title="Releases" note={{ tone: 'stale', text: '12 min ago' }}>
      v4.2.1
    </Panel>,
  )
  expect(html).toContain('</h2><p>12 min ago</p>')
})

test('says why there is nothing to show', () => {
  const html = markup(<PanelMessage icon={TelescopeIcon}>No releases yet</PanelMessage>)
  expect(html).toMatch(/^<div><svg .*<\/svg><div>No releases yet<\/div><\/div>$/)
})
