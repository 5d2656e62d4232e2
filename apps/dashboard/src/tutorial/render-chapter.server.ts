import { posix } from 'node:path'
import { Marked, type RendererObject, type Tokens } from 'marked'
import { chapterPath, chapters } from './chapters.ts'
import { sourceFileUrl } from './source-file-url.ts'
import type { Heading } from './steps.ts'

type RenderOptions = {
  /** Returns the SVG of a figure by its path below `docs`. */
  figure: (path: string) => string
  /** Paths of the files that a link opens; a link to any other file is only its text. */
  sourceFiles: readonly string[]
  /** Returns code as HTML with a class for each token; undefined if its language is unknown. */
  highlight: (code: string, language: string) => string | undefined
}

// Without scripts, every box is a tab stop; `watchOverflow` leaves those that scroll.
const BOX = 'tabindex="0" role="group"'

/**
 * Renders the text below a chapter's title as HTML, without `style` attributes and scripts. Links to
 * chapters and lessons become paths of this site, links to files become URLs of the repository, and
 * figures are inlined.
 */
export function renderChapter(markdown: string, options: RenderOptions): string {
  const marked = new Marked({ renderer: createRenderer(options) })
  return marked.parse(markdown.replace(/^# .*\n/, ''), { async: false })
}

/** Lists the sections of a chapter, with the fragments of their URLs. */
export function listHeadings(markdown: string): Heading[] {
  return new Marked()
    .lexer(markdown)
    .flatMap((token) =>
      token.type === 'heading' && token.depth === 2
        ? [{ id: anchor(token.text), title: token.text.replaceAll('`', '') }]
        : [],
    )
}

// Chapters link to pages of this site as a local server serves them.
const localOrigin = 'http://localhost:3000'

function createRenderer({ figure, sourceFiles, highlight }: RenderOptions): RendererObject {
  // The comment above a snippet names its source and its important lines.
  let snippet: { source?: string | undefined; marked?: string | undefined } = {}

  return {
    html({ text }) {
      const [, source, marked] = /<!--(?: from: (\S+))?(?: mark: ([\d,-]+))? -->/.exec(text) ?? []
      snippet = { source, marked }
      return ''
    },
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    code({ text, lang = '' }) {
      const { source, marked } = snippet
      snippet = {}
      const caption = source
        ? `<figcaption>${link(fileUrl(source), escapeHtml(source))}</figcaption>`
        : ''
      const label = source ? `Code from ${source}` : 'Code'
      const code = `<pre ${BOX} aria-label="${escapeHtml(label)}"><code>${markLines(highlight(text, lang) ?? escapeHtml(text), marked)}</code></pre>`
      return `<figure>${caption}${code}</figure>\n`
    },
    link({ href, tokens }) {
      return link(resolveHref(href), this.parser.parseInline(tokens))
    },
    image({ href, text }) {
      const svg = stripStyle(figure(href)).replace(
        '<svg ',
        `<svg aria-label="${escapeHtml(text)}" `,
      )
      return `<figure ${BOX} aria-label="Figure">${svg}</figure>`
    },
    paragraph({ tokens }) {
      const [only, ...others] = tokens
      const inner = this.parser.parseInline(tokens)
      return only?.type === 'image' && others.length === 0 ? `${inner}\n` : `<p>${inner}</p>\n`
    },
    table({ header, rows }) {
      const cells = (row: Tokens.TableCell[], tag: 'th' | 'td') =>
        row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')
      const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')
      const head = `<thead><tr>${cells(header, 'th')}</tr></thead>`
      return `<div ${BOX} aria-label="Table"><table>${head}<tbody>${body}</tbody></table></div>\n`
    },
  }

  /** Resolves a link of a chapter for this site; undefined for a file that is not shown. */
  function resolveHref(href: string): string | undefined {
    if (href.startsWith(`${localOrigin}/`)) return href.slice(localOrigin.length)
    if (/^(https?:|#)/.test(href)) return href
    const [path = '', hash] = href.split('#')
    const fragment = hash === undefined ? '' : `#${hash}`
    const chapter = chapters.find(({ file }) => path === `${file}.md`)
    if (chapter) return chapterPath(chapter) + fragment
    const url = fileUrl(posix.join('docs', path))
    return url && url + fragment
  }

  function fileUrl(path: string): string | undefined {
    return sourceFiles.includes(path) ? sourceFileUrl(path) : undefined
  }
}

function link(href: string | undefined, inner: string): string {
  return href === undefined ? inner : `<a href="${escapeHtml(href)}">${inner}</a>`
}

/** Marks lines such as `3,5-7`. No token of the highlighter extends over a line. */
function markLines(html: string, marked: string | undefined): string {
  if (marked === undefined) return html
  const ranges = marked.split(',').map((range) => range.split('-').map(Number))
  const isMarked = (line: number) =>
    ranges.some(([first = 0, last = first]) => line >= first && line <= last)
  return html
    .split('\n')
    .map((line, index) => (isMarked(index + 1) ? `<mark>${line}</mark>` : line))
    .join('\n')
}

// The same anchors as on GitHub, so that a link to a heading works in both places.
function anchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-')
}

// The Content-Security-Policy blocks inline styles, so the page's style sheet colors the figure.
function stripStyle(svg: string): string {
  return svg.replace(/<style>[^<]*<\/style>/, '').replace(/<title>[^<]*<\/title>/, '')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
