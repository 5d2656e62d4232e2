import { expect, test } from 'vitest'
import { CodeBlock } from './code-block.tsx'
import { markup } from './markup.ts'

test('keeps the lines of code and can be scrolled with the keyboard', () => {
  const html = markup(
    <CodeBlock label="Response headers" caption="What leaves the server">
      {'HTTP/1.1 200 OK\nETag: "1"'}
    </CodeBlock>,
  )

  expect(html).toBe(
    '<figure><figcaption>What leaves the server</figcaption>' +
      '<section aria-label="Response headers" tabindex="0">' +
      '<pre><code>HTTP/1.1 200 OK\nETag: &quot;1&quot;</code></pre></section></figure>',
  )
})
