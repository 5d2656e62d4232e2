import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html'
import { sliceStart } from './shorten.ts'

/** Sanitized HTML, and whether it was cut at its end. */
export type SafeHtml = { html: string; isTruncated: boolean }

type SafeHtmlOptions = {
  /** The repository's URL on GitHub, the base of links. */
  repoUrl: string
  /** The source file's path in the repository; links are relative to its folder. */
  path?: string
  /** The length, in characters, after which no new block starts. */
  maxLength: number
  /** The level of the heading above it. */
  parentHeadingLevel?: 2 | 3
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const blocks = [...headings, 'p', 'ul', 'ol', 'li', 'pre', 'blockquote', 'table', 'tr', 'details']
// Enough for the text that is shown, even with many images and links before it.
const MAX_MARKUP_PER_CHARACTER = 10

const schemes = ['http:', 'https:', 'mailto:']

const allowed = {
  allowedTags: [
    ...['h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'details', 'summary'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['a', 'b', 'strong', 'i', 'em', 'del', 's', 'code', 'kbd', 'samp', 'sub', 'sup', 'span'],
  ],
  allowedAttributes: {
    '*': ['dir'],
    a: ['href', 'rel'],
    ol: ['start'],
    td: ['align'],
    th: ['align'],
  },
  nestingLimit: 40,
} satisfies IOptions

// No such tag is allowed: an element renamed to it is dropped, and its text stays.
const droppedTag = { tagName: 'none', attribs: {} }

/**
 * Sanitizes untrusted HTML: a few text tags remain, without images, styles, identifiers and forms;
 * links become absolute, and headings start below the page's own. Call it on the server.
 */
export function safeHtml(dirty: string, options: SafeHtmlOptions): SafeHtml {
  const { maxLength } = options
  const start = sliceStart(dirty, maxLength * MAX_MARKUP_PER_CHARACTER)
  const { html, isTruncated } = truncate(clean(start, options), maxLength)
  return { html, isTruncated: isTruncated || start.length < dirty.length }
}

function clean(
  dirty: string,
  { repoUrl, path = '', parentHeadingLevel = 2 }: SafeHtmlOptions,
): string {
  let level: number = parentHeadingLevel

  // A skipped level would break the outline.
  function createHeadingTag(name: string): Tag {
    level = Math.min(Number(name.slice(1)) + parentHeadingLevel, level + 1, 6)
    return { tagName: `h${level}`, attribs: {} }
  }

  return sanitizeHtml(dirty, {
    ...allowed,
    transformTags: {
      ...Object.fromEntries(headings.map((name) => [name, createHeadingTag])),
      a: (_name, { href = '' }) => createLinkTag(resolveLink(href, repoUrl, path)),
      img: (_name, { alt }) => createTextTag(alt?.trim() ? `Image: ${alt.trim()}` : 'Image'),
      input: (_name, { checked }) => createTextTag(checked === undefined ? '☐' : '☑'),
    },
    // GitHub puts an invisible link beside each heading.
    exclusiveFilter: ({ tag, text, mediaChildren }) =>
      tag === 'a' && text.trim() === '' && mediaChildren.length === 0,
  })
}

function createTextTag(text: string): Tag {
  return { tagName: 'span', attribs: {}, text }
}

function createLinkTag(href: string | undefined): Tag {
  return href === undefined ? droppedTag : { tagName: 'a', attribs: { href, rel: 'nofollow ugc' } }
}

/** Resolves a link in a file of the repository; undefined unless it is http or https. */
function resolveLink(href: string, repoUrl: string, path: string): string | undefined {
  const root = `${repoUrl}/blob/HEAD/`
  const isRootRelative = href.startsWith('/') && !href.startsWith('//')
  const base = href.startsWith('#') ? repoUrl : isRootRelative ? root : new URL(path, root).href
  const to = isRootRelative ? href.slice(1) : href
  if (href === '' || !URL.canParse(to, base)) return undefined
  const target = new URL(to, base)
  return schemes.includes(target.protocol) ? target.href : undefined
}

function truncate(html: string, maxLength: number): SafeHtml {
  let length = 0
  let isFull = false

  function visitTag(tagName: string, attribs: Attributes): Tag {
    if (length > maxLength && blocks.includes(tagName)) isFull = true
    length += attribs.href?.length ?? 0
    return isFull ? droppedTag : { tagName, attribs }
  }

  function limitText(text: string): string {
    const remaining = Math.max(2 * maxLength - length, 0)
    length += text.length
    if (isFull || text.length <= remaining) return isFull ? '' : text
    isFull = true
    // Removes an entity that the cut has broken.
    return `${sliceStart(text, remaining).replace(/&[^&;]*$/, '')}…`
  }

  const short = sanitizeHtml(html, {
    ...allowed,
    transformTags: { '*': visitTag },
    textFilter: limitText,
  })
  return { html: short, isTruncated: isFull }
}
