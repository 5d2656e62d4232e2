import { gzipSync } from 'node:zlib'
import type { Target } from './cpu-time.ts'
import { formatKB } from './figures.ts'

/** Loads the text of a response. */
export async function load({ server, path, headers = {} }: Target): Promise<string> {
  const response = await fetch(server.url + path, { headers })
  if (!response.ok) throw new Error(`${path} responded with ${response.status}`)
  return response.text()
}

/** Returns the path of a page's data route, which the browser requests for a navigation. */
export async function dataPathOf(page: Target): Promise<string> {
  const [, buildId] = /"buildId":"([^"]+)"/.exec(await load(page)) ?? []
  return `/_next/data/${buildId}${page.path === '/' ? '/index' : page.path}.json`
}

/** Finds the props in the HTML of a page, as JSON; undefined on the App Router, which has none. */
export function findProps(html: string): string | undefined {
  return /<script id="__NEXT_DATA__"[^>]*>(.*?)<\/script>/s.exec(html)?.[1]
}

/** Describes the size of a document, and how much more script it loads than an empty page. */
export async function describeDocument(target: Target, emptyPage: Target): Promise<string> {
  const html = await load(target)
  const elements = html.match(/<[a-z]/gi)?.length ?? 0
  const props = findProps(html)
  const scripts = (await measureScripts(target)) - (await measureScripts(emptyPage))
  return [
    `${formatKB(Buffer.byteLength(html))} of HTML`,
    `${elements} elements`,
    ...(props === undefined ? [] : [`${formatKB(Buffer.byteLength(props))} of props`]),
    `${formatKB(scripts)} of script (gzip) more than an empty page`,
  ].join(', ')
}

/** Measures the scripts that a document loads, in bytes after gzip. */
async function measureScripts(target: Target): Promise<number> {
  const tags = (await load(target)).match(/<script [^>]*>/g) ?? []
  const paths = tags
    // A browser that supports modules does not load these.
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1])
    .filter((path) => path !== undefined)
  const codes = await Promise.all(
    [...new Set(paths)].map((path) => load({ server: target.server, path })),
  )
  return codes.reduce((sum, code) => sum + gzipSync(code).length, 0)
}
