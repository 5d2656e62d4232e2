import { expect, test } from 'vitest'
import { Card, CardGrid } from './card.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('lists cards with one link each, in the text direction of its title', () => {
  const html = renderMarkup(
    <CardGrid>
      <Card href="/repos/acme/rocket" title="acme/rocket" meta="TypeScript">
        Staged rollouts
      </Card>
      <Card href="/repos/acme/kite" title="acme/kite" />
    </CardGrid>,
  )

  expect(html).toBe(
    '<ul>' +
      '<li><a dir="auto" href="/repos/acme/rocket">acme/rocket</a>' +
      '<div>Staged rollouts</div><div>TypeScript</div></li>' +
      '<li><a dir="auto" href="/repos/acme/kite">acme/kite</a></li>' +
      '</ul>',
  )
})
