import { posix } from 'node:path'
import { Marked, type RendererObject, type Tokens } from 'marked'
import { chapterName } from './chapters.ts'

type Surroundings = {
  /** Gives a figure as SVG by its path below `docs`. */
  figure: (path: string) => string
  /** Where the repository's files can be read; without it links to them are only their names. */
  filesUrl: string | null
}

/**
 * Gives the text below a chapter's title as HTML, without a `style` attribute and without a script:
 * links to other chapters and to lessons lead to pages of this site, those to files to the repository,
 * and figures stand in the page, in its own colors. On the server.
 */
export function chapterHtml(markdown: string, surroundings: Surroundings): string {
  const marked = new Marked({ renderer: rendererFor(surroundings) })
  return marked.parse(markdown.replace(/^# .*\n/, ''), { async: false })
}

// The address of a chapter's file in the README's and the chapters' own examples.
const local = 'http://localhost:3000'

function rendererFor({ figure, filesUrl }: Surroundings): RendererObject {
  // A snippet says where it is from in the comment above it.
  let from: string | undefined

  return {
    html({ text }) {
      from = /<!-- from: (\S+) -->/.exec(text)?.[1]
      return ''
    },
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    code({ text }) {
      const source = from
      from = undefined
      const caption = source
        ? `<figcaption>${link(fileUrl(source), escapeHtml(source))}</figcaption>`
        : ''
      const label = source ? `Code from ${source}` : 'Code'
      const code = `<pre tabindex="0" role="group" aria-label="${escapeHtml(label)}"><code>${escapeHtml(text)}</code></pre>`
      return `<figure>${caption}${code}</figure>\n`
    },
    link({ href, tokens }) {
      return link(address(href), this.parser.parseInline(tokens))
    },
    image({ href, text }) {
      const svg = inPage(figure(href)).replace('<svg ', `<svg aria-label="${escapeHtml(text)}" `)
      return `<figure tabindex="0" role="group" aria-label="Figure">${svg}</figure>`
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
      return `<div tabindex="0" role="group" aria-label="Table"><table>${head}<tbody>${body}</tbody></table></div>\n`
    },
  }

  /** Where a link of a chapter leads to on this site; undefined where there is nothing to lead to. */
  function address(href: string): string | undefined {
    if (href.startsWith(`${local}/`)) return href.slice(local.length)
    if (/^(https?:|#)/.test(href)) return href
    const [path = '', hash] = href.split('#')
    const [, chapter] = /^([\w-]+)\.md$/.exec(path) ?? []
    const end = hash === undefined ? '' : `#${hash}`
    if (chapter !== undefined) return `/learn/${chapterName(chapter)}${end}`
    const url = fileUrl(posix.join('docs', path))
    return url && url + end
  }

  function fileUrl(path: string): string | undefined {
    return filesUrl === null
      ? undefined
      : `${filesUrl}/${path.split('/').map(encodeURIComponent).join('/')}`
  }
}

function link(href: string | undefined, inner: string): string {
  return href === undefined ? inner : `<a href="${escapeHtml(href)}">${inner}</a>`
}

// As GitHub does it, so that one address of a heading is right in both places.
function anchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-')
}

// As a file of its own a figure brings its colors along; the page has its own for it, and its
// Content-Security-Policy lets in no others.
function inPage(svg: string): string {
  return svg.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<title>[\s\S]*?<\/title>/, '')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
