import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { MessagePage } from './message-page.tsx'

test('explains an error and what to do next', () => {
  const html = renderMarkup(
    <MessagePage code={404} title="Repository not found" actions={<a href="/">Go home</a>}>
      It may be private.
    </MessagePage>,
  )

  expect(html).toBe(
    '<div><p>404</p><h1>Repository not found</h1><div>It may be private.</div>' +
      '<div><a href="/">Go home</a></div></div>',
  )
})
