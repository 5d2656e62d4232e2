import { expect, test } from 'vitest'
import { CodeBlock } from './code-block.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('preserves line breaks and can be scrolled with the keyboard', () => {
  const html = renderMarkup(
    <CodeBlock label="Response headers" caption="Response headers as sent">
      {'HTTP/1.1 200 OK\nETag: "1"'}
    </CodeBlock>,
  )

  expect(html).toBe(
    '<figure><figcaption>Response headers as sent</figcaption>' +
      '<div role="group" aria-label="Response headers">' +
      '<pre><code>HTTP/1.1 200 OK\nETag: &quot;1&quot;</code></pre></div></figure>',
  )
})

test('accepts code as HTML', () => {
  const html = renderMarkup(<CodeBlock label="A string" html="<span>a</span>" />)

  expect(html).toBe(
    '<figure><div role="group" aria-label="A string">' +
      '<pre><code><span>a</span></code></pre></div></figure>',
  )
})
