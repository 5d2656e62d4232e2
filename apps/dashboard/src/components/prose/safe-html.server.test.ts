import { expect, test } from 'vitest'
import { safeHtml } from './safe-html.server.ts'

const repoUrl = 'https://github.com/acme/rocket'

function safe(html: string, maxLength = 10_000, path = 'README.md') {
  return safeHtml(html, { repoUrl, path, maxLength })
}

test.each([
  ['<p>Hi <strong>you</strong></p>', '<p>Hi <strong>you</strong></p>'],
  ['<p>a &amp; b &lt;c&gt; 🚀 שלום</p>', '<p>a &amp; b &lt;c&gt; 🚀 שלום</p>'],
  ['<p dir="rtl" class="x" id="y">Hi</p>', '<p dir="rtl">Hi</p>'],
  ['<script>alert(1)</script><p>Hi</p>', '<p>Hi</p>'],
  ['<style>p{color:red}</style><p style="color:red">Hi</p>', '<p>Hi</p>'],
  ['<p onclick="alert(1)">Hi</p>', '<p>Hi</p>'],
  ['<iframe src="https://evil.test"></iframe>Hi', 'Hi'],
  ['<form action="https://evil.test"><button>Hi</button></form>', 'Hi'],
  ['<svg><script>alert(1)</script></svg><math><mi>x</mi></math>', 'x'],
  ['<a href="javascript:alert(1)">Hi</a>', 'Hi'],
  ['<a href="JaVa&#115;cript:alert(1)">Hi</a>', 'Hi'],
  ['<a href="data:text/html,hi">Hi</a>', 'Hi'],
  ['<a>Hi</a>', 'Hi'],
  ['<p>Hi', '<p>Hi</p>'],
  [
    '<table><tr><td align="right">1</td></tr></table>',
    '<table><tr><td align="right">1</td></tr></table>',
  ],
])('keeps only text and formatting of %s', (dirty, clean) => {
  expect(safe(dirty).html).toBe(clean)
})

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['mailto:ann@example.org', 'mailto:ann@example.org'],
  ['docs/guide.md', 'https://github.com/acme/rocket/blob/HEAD/docs/guide.md'],
  ['./a%20b.md', 'https://github.com/acme/rocket/blob/HEAD/a%20b.md'],
  ['/LICENSE', 'https://github.com/acme/rocket/blob/HEAD/LICENSE'],
  ['../../issues', 'https://github.com/acme/rocket/issues'],
  ['#install', 'https://github.com/acme/rocket#install'],
  ['//example.org/a', 'https://example.org/a'],
])('resolves the link %s to %s', (href, target) => {
  expect(safe(`<a href="${href}">Hi</a>`).html).toBe(
    `<a href="${target}" rel="nofollow ugc">Hi</a>`,
  )
})

test('resolves links of a file relative to its folder, or to the root', () => {
  const html = '<a href="guide.md">A</a><a href="/LICENSE">B</a>'
  expect(safe(html, 10_000, '.github/README.md').html).toBe(
    '<a href="https://github.com/acme/rocket/blob/HEAD/.github/guide.md" rel="nofollow ugc">A</a>' +
      '<a href="https://github.com/acme/rocket/blob/HEAD/LICENSE" rel="nofollow ugc">B</a>',
  )
})

test('replaces images with their alternative text, so that nothing loads from other sites', () => {
  expect(safe('<p><img src="https://evil.test/x.png" alt="A <b>"> <img src="y"></p>').html).toBe(
    '<p><span>Image: A &lt;b&gt;</span> <span>Image</span></p>',
  )
})

test('replaces the checkboxes of a task list with characters', () => {
  expect(
    safe('<li><input type="checkbox" checked disabled> Done</li><li><input> To do</li>').html,
  ).toBe('<li><span>☑</span> Done</li><li><span>☐</span> To do</li>')
})

test('keeps a link around an image, with its alternative text', () => {
  expect(safe('<a href="x.png"><img src="x.png" alt="Logo"></a>').html).toBe(
    '<a href="https://github.com/acme/rocket/blob/HEAD/x.png" rel="nofollow ugc"><span>Image: Logo</span></a>',
  )
})

test('removes links without text, such as the permalinks of headings on GitHub', () => {
  expect(safe('<h2>Install<a href="#install" aria-label="Permalink"></a></h2>').html).toBe(
    '<h3>Install</h3>',
  )
})

test('starts headings below the level of the panel, and skips no level', () => {
  expect(safe('<h1>A</h1><h2>B</h2><h4>C</h4><h1>D</h1>').html).toBe(
    '<h3>A</h3><h4>B</h4><h5>C</h5><h3>D</h3>',
  )
  expect(safe('<h3>A</h3><h6>B</h6>').html).toBe('<h3>A</h3><h4>B</h4>')
  const notes = safeHtml('<h1>A</h1><h2>B</h2>', { repoUrl, maxLength: 100, parentHeadingLevel: 3 })
  expect(notes.html).toBe('<h4>A</h4><h5>B</h5>')
})

test('starts no new paragraph after the maximum length, and reports the truncation', () => {
  const html = '<p>One two</p><p>three <em>four</em></p><p>five</p>'
  expect(safe(html, 10)).toEqual({
    html: '<p>One two</p><p>three <em>four</em></p>',
    isTruncated: true,
  })
  expect(safe(html, 100)).toEqual({ html, isTruncated: false })
})

test('works on no more than the start of the markup, and reports the truncation', () => {
  const images = '<img src="x">'.repeat(8)
  expect(safe(`<p>${'<b></b>'.repeat(20)}late</p>`, 10)).toEqual({
    html: `<p>${'<b></b>'.repeat(13)}<b></b></p>`,
    isTruncated: true,
  })
  expect(safe(`${images}<p>early</p>`, 100).html).toContain('<p>early</p>')
})

test('cuts off a very long paragraph, but never inside an entity or a character', () => {
  expect(safe(`<pre>${'x'.repeat(50)}</pre><p>y</p>`, 10)).toEqual({
    html: `<pre>${'x'.repeat(20)}…</pre>`,
    isTruncated: true,
  })
  expect(safe(`<p>${'x'.repeat(18)}&amp;y</p>`, 10).html).toBe(`<p>${'x'.repeat(18)}…</p>`)
  expect(safe(`<p>${'x'.repeat(17)}👩‍🚀y</p>`, 10).html).toBe(`<p>${'x'.repeat(17)}…</p>`)
})

test('removes a tag that was cut off', () => {
  expect(safe('<p>Hi <a href="https://example.org/very-lo').html).toBe('<p>Hi </p>')
})
