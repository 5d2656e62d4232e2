import { expect, test, vi } from 'vitest'
import { listHeadings, renderChapter } from './render-chapter.server.ts'

const figure =
  '<svg role="img"><title>A figure</title><style>text { fill: red }</style><path d="M0 0"/></svg>'
const html = (markdown: string) =>
  renderChapter(`# Title\n\n${markdown}\n`, {
    figure: () => figure,
    sourceFiles: ['apps/dashboard/src/pages/owners/[owner].tsx', 'scripts/dev.ts'],
    highlight: (code, language) =>
      language === 'sh' ? `<span class="pl-c">${code}</span>` : undefined,
  }).trim()

test('omits the title', () => {
  expect(html('A *question*?')).toBe('<p>A <em>question</em>?</p>')
})

test('links to other chapters, lessons and other sites', () => {
  expect(html('[two](02-anatomy-of-a-page.md#pitfall)')).toBe(
    '<p><a href="/learn/anatomy-of-a-page#pitfall">two</a></p>',
  )
  expect(html('[live](http://localhost:3000/learn/caching)')).toBe(
    '<p><a href="/learn/caching">live</a></p>',
  )
  expect(html('<https://nodejs.org>')).toBe(
    '<p><a href="https://nodejs.org">https://nodejs.org</a></p>',
  )
})

test('links to the copies of files, and renders only the text of a link to any other file', () => {
  expect(html('[the page](../apps/dashboard/src/pages/owners/[owner].tsx)')).toBe(
    '<p><a href="/files/apps/dashboard/src/pages/owners/owner.tsx.txt">the page</a></p>',
  )
  expect(html('[decision 4](decisions/0004-imports.md)')).toBe('<p>decision 4</p>')
})

test('links to files on GitHub if the URL of the repository is known', () => {
  vi.stubEnv('FILES_URL', 'https://github.test/acme/dashboard/blob/HEAD')
  expect(html('[the page](../apps/dashboard/src/pages/owners/[owner].tsx)')).toBe(
    '<p><a href="https://github.test/acme/dashboard/blob/HEAD/apps/dashboard/src/pages/owners/%5Bowner%5D.tsx">the page</a></p>',
  )
})

test('names the source of a snippet, and makes it scrollable by keyboard', () => {
  expect(html('<!-- from: scripts/dev.ts -->\n```ts\nif (1 < 2) run("a")\n```')).toBe(
    '<figure><figcaption><a href="/files/scripts/dev.ts.txt">scripts/dev.ts</a></figcaption>' +
      '<pre tabindex="0" role="group" aria-label="Code from scripts/dev.ts"><code>if (1 &lt; 2) run(&quot;a&quot;)</code></pre></figure>',
  )
  expect(html('```sh\npnpm dev\n```')).toBe(
    '<figure><pre tabindex="0" role="group" aria-label="Code"><code><span class="pl-c">pnpm dev</span></code></pre></figure>',
  )
})

test('marks the lines that a comment lists', () => {
  const code = '```ts\na()\nb()\nc()\nd()\n```'
  expect(html(`<!-- from: scripts/dev.ts mark: 1,3-4 -->\n${code}`)).toContain(
    '<code><mark>a()</mark>\nb()\n<mark>c()</mark>\n<mark>d()</mark></code>',
  )
  expect(html(`<!-- mark: 2 -->\n${code}`)).toContain(
    '<figure><pre tabindex="0" role="group" aria-label="Code"><code>a()\n<mark>b()</mark>\nc()\nd()</code>',
  )
})

test('inlines a figure without its styles', () => {
  expect(html('![A timeline](figures/caching.svg)')).toBe(
    '<figure tabindex="0" role="group" aria-label="Figure"><svg aria-label="A timeline" role="img"><path d="M0 0"/></svg></figure>',
  )
})

test('adds anchors to headings, and puts tables into scrollable regions without a style attribute', () => {
  expect(html('## Pitfall')).toBe('<h2 id="pitfall">Pitfall</h2>')
  expect(html('| a | b |\n| :-: | --: |\n| 1 | `2` |')).toBe(
    '<div tabindex="0" role="group" aria-label="Table"><table><thead><tr><th>a</th><th>b</th></tr></thead>' +
      '<tbody><tr><td>1</td><td><code>2</code></td></tr></tbody></table></div>',
  )
})

test('lists the sections, not the title', () => {
  expect(listHeadings('# Title\n\n## Pitfall: `vary`\n\n### Detail\n\n## Try it\n')).toEqual([
    { id: 'pitfall-vary', title: 'Pitfall: vary' },
    { id: 'try-it', title: 'Try it' },
  ])
})

test('removes HTML', () => {
  expect(html('<script>alert(1)</script>')).toBe('')
  expect(html('a <b style="color: red">c</b>')).toBe('<p>a c</p>')
})
