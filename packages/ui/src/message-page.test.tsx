import { expect, test } from 'vitest'
import { markup } from './markup.ts'
import { MessagePage } from './message-page.tsx'

test('says what went wrong and where to go', () => {
  const html = markup(
    <MessagePage code={404} title="No such repository" actions={<a href="/">Start</a>}>
      It may be private.
    </MessagePage>,
  )

  expect(html).toBe(
    '<div><p>404</p><h1>No such repository</h1><div>It may be private.</div>' +
      '<div><a href="/">Start</a></div></div>',
  )
})
