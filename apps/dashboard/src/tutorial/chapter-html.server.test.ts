import { expect, test } from 'vitest'
import { chapterHtml } from './chapter-html.server.ts'

const figure =
  '<svg role="img"><title>A figure</title><style>text { fill: red }</style><path d="M0 0"/></svg>'
const at = (filesUrl: string | null) => (markdown: string) =>
  chapterHtml(`# Title\n\n${markdown}\n`, { figure: () => figure, filesUrl }).trim()
const html = at('https://github.test/acme/dashboard/blob/HEAD')

test('leaves the title to the page', () => {
  expect(html('A *question*?')).toBe('<p>A <em>question</em>?</p>')
})

test('leads to other chapters, lessons and other sites', () => {
  expect(html('[two](02-one-page.md#the-trap)')).toBe(
    '<p><a href="/learn/one-page#the-trap">two</a></p>',
  )
  expect(html('[live](http://localhost:3000/learn/caching)')).toBe(
    '<p><a href="/learn/caching">live</a></p>',
  )
  expect(html('<https://nodejs.org>')).toBe(
    '<p><a href="https://nodejs.org">https://nodejs.org</a></p>',
  )
})

test('leads to files in the repository, and only names them where nobody knows where that is', () => {
  const link = '[the page](../apps/dashboard/src/pages/owners/[owner].tsx)'
  expect(html(link)).toBe(
    '<p><a href="https://github.test/acme/dashboard/blob/HEAD/apps/dashboard/src/pages/owners/%5Bowner%5D.tsx">the page</a></p>',
  )
  expect(html('[decision 4](decisions/0004-imports.md)')).toBe(
    '<p><a href="https://github.test/acme/dashboard/blob/HEAD/docs/decisions/0004-imports.md">decision 4</a></p>',
  )
  expect(at(null)(link)).toBe('<p>the page</p>')
})

test('says of a snippet where it is from, and scrolls it by the keyboard', () => {
  expect(html('<!-- from: scripts/dev.ts -->\n```ts\nif (1 < 2) run("a")\n```')).toBe(
    '<figure><figcaption><a href="https://github.test/acme/dashboard/blob/HEAD/scripts/dev.ts">scripts/dev.ts</a></figcaption>' +
      '<pre tabindex="0" role="group" aria-label="Code from scripts/dev.ts"><code>if (1 &lt; 2) run(&quot;a&quot;)</code></pre></figure>',
  )
  expect(html('```sh\npnpm dev\n```')).toBe(
    '<figure><pre tabindex="0" role="group" aria-label="Code"><code>pnpm dev</code></pre></figure>',
  )
})

test('draws a figure into the page, without the colors that it brings along', () => {
  expect(html('![A timeline](figures/caching.svg)')).toBe(
    '<figure tabindex="0" role="group" aria-label="Figure"><svg aria-label="A timeline" role="img"><path d="M0 0"/></svg></figure>',
  )
})

test('gives headings their address, and tables a box of their own, without a style attribute', () => {
  expect(html('## The trap')).toBe('<h2 id="the-trap">The trap</h2>')
  expect(html('| a | b |\n| :-: | --: |\n| 1 | `2` |')).toBe(
    '<div tabindex="0" role="group" aria-label="Table"><table><thead><tr><th>a</th><th>b</th></tr></thead>' +
      '<tbody><tr><td>1</td><td><code>2</code></td></tr></tbody></table></div>',
  )
})

test('takes no HTML along', () => {
  expect(html('<script>alert(1)</script>')).toBe('')
  expect(html('a <b style="color: red">c</b>')).toBe('<p>a c</p>')
})
