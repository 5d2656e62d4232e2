import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '../support/servers.ts'
import { build, createTemporaryApplication } from '../support/temporary-application.ts'
import { startMeasuredServer } from './measured-server.ts'

const ROUNDS = 3
const REQUESTS = 300

const dashboard = join(import.meta.dirname, '../../apps/dashboard')
const paths = {
  'search without a query': '/search',
  overview: '/repos/acme/rocket',
  issues: '/repos/acme/rocket/issues',
  releases: '/repos/acme/rocket/releases',
  'compare of two': '/compare?repos=acme/rocket,acme/lunar-lander',
  'search results': '/search?q=rocket',
  home: '/',
}

/**
 * Compares each warm page with an empty `getServerSideProps` page of a Next application without
 * anything else: the server's CPU time, in turns, and the size of the response.
 */
export async function measurePages(sample: string): Promise<void> {
  const folder = createTemporaryApplication('empty-application')
  build(folder)
  const empty = await startMeasuredServer(folder)
  const app = await startMeasuredServer(dashboard, {
    env: { ...environment, GITHUB_API_URL: sample },
    readyPath: '/api/health',
  })
  try {
    const dataPaths = {
      empty: await dataPathOf(empty.url, '/'),
      overview: await dataPathOf(app.url, paths.overview),
    }
    const all = [
      { name: 'empty page', server: empty, path: '/' },
      ...Object.entries(paths).map(([name, path]) => ({ name, server: app, path })),
      { name: 'data of the empty page', server: empty, path: dataPaths.empty },
      { name: 'data of the overview', server: app, path: dataPaths.overview },
    ]
    const times = new Map(all.map(({ name }) => [name, [] as number[]]))
    for (const { server, path } of all) await server.measureRequest(path, REQUESTS)
    for (let round = 0; round < ROUNDS; round++) {
      for (const { name, server, path } of all) {
        times.get(name)?.push(await server.measureRequest(path, REQUESTS))
      }
    }
    const medianOf = (name: string) => (times.get(name) ?? []).toSorted((a, b) => a - b)[1] ?? 0
    for (const { name, server, path } of all) {
      const base = name.startsWith('data of') ? 'data of the empty page' : 'empty page'
      const ratio = (medianOf(name) / medianOf(base)).toFixed(2)
      console.log(
        `${name}: ${medianOf(name).toFixed(1)} ms of CPU time, ${ratio} × ${base}; ` +
          (await describeResponse(server.url + path)),
      )
    }
  } finally {
    await Promise.all([empty.end(), app.end()])
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The path of a page's data route, without which the browser navigates by documents. */
async function dataPathOf(origin: string, path: string): Promise<string> {
  const html = await fetch(origin + path).then((page) => page.text())
  const [, buildId] = /"buildId":"([^"]+)"/.exec(html) ?? []
  return `/_next/data/${buildId}${path === '/' ? '/index' : path}.json`
}

async function describeResponse(url: string): Promise<string> {
  const body = await fetch(url).then((response) => response.text())
  const [, props = ''] = /<script id="__NEXT_DATA__"[^>]*>(.*?)<\/script>/s.exec(body) ?? []
  if (props === '') return `${kB(body)} of data`
  const elements = body.match(/<[a-z]/gi)?.length ?? 0
  return `${kB(body)} of HTML, ${elements} elements, ${kB(props)} of props`
}

function kB(text: string): string {
  return `${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`
}
