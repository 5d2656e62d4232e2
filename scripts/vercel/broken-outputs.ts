import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Broken } from '../deployments/broken.ts'
import { editFile } from '../deployments/link-folder.ts'
import { type BuiltFunction, functionPath, listFilesIn } from './build-output.ts'
import type { Route } from './route-request.ts'

/** Ways to break an output, each of which a check must report. */
export const brokenOutputs: readonly Broken[] = [
  {
    title: 'a policy that allows all scripts',
    change: (folder) =>
      editFile(join(folder, 'config.json'), (text) =>
        text.replaceAll("script-src 'self'", "script-src * 'unsafe-inline' 'unsafe-eval'"),
      ),
    paths: ['/learn'],
    reports: {
      'every response has the security headers': [
        "/learn: content-security-policy: default-src 'none'; script-src * 'unsafe-inline' 'unsafe-eval'",
      ],
    },
  },
  {
    title: 'chapters without their cache headers',
    change: (folder) =>
      editRoutes(folder, (routes) =>
        routes.filter(({ src, headers }) => !(headers && src?.includes('getting-started'))),
      ),
    paths: ['/learn/getting-started'],
    reports: {
      'every response is stored by its caches only': [
        '/learn/getting-started: private, no-store, not public',
      ],
      'the configuration makes responses private and no-store by default': [
        '/learn/getting-started has private, no-store, not public',
      ],
    },
  },
  {
    title: 'a default of no-store without /search and /me',
    change: (folder) =>
      editFile(join(folder, 'config.json'), (text) =>
        text.replace('(?!_next/static/|', '(?!search|me|_next/static/|'),
      ),
    paths: ['/search?q=rocket', '/me'],
    reports: {
      'the configuration makes responses private and no-store by default': [
        '/search?q=rocket has undefined, not private, no-store',
        '/me has undefined, not private, no-store',
      ],
    },
  },
  {
    title: 'a token in the scripts of the browser',
    change: (folder) =>
      editFile(findScript(folder, '_app'), (text) => `${text};"github_pat_${'1'.repeat(82)}"`),
    paths: ['/learn'],
    reports: { 'no response contains a token': ['/_next/static/chunks/pages/_app-'] },
  },
  {
    title: 'functions without two of their libraries',
    change(folder) {
      removeLibrary(folder, 'search', 'sanitize-html')
      removeLibrary(folder, 'api/webhooks/github', '@octokit+webhooks')
    },
    paths: ['/repos/acme/rocket', '/api/webhooks/github'],
    reports: {
      'every visit has its status': [
        '/repos/acme/rocket: 500, not 200',
        '/api/webhooks/github: 500, not 202',
      ],
      'no function logs an error': [
        "⨯ Error: Cannot find module 'sanitize-html'",
        "⨯ Error: Cannot find package '@octokit/webhooks'",
      ],
    },
  },
  {
    title: 'a page with 1.5 MB of scripts',
    change: (folder) =>
      editFile(findScript(folder, 'search'), (text) => `${text}//${'x'.repeat(1_500_000)}`),
    paths: ['/search?q=rocket'],
    reports: { 'the scripts of every page are small': ['/search?q=rocket loads '] },
  },
  {
    // As `vercel build` writes a proxy.ts that returns a response for every path.
    title: 'a proxy that refuses everybody',
    change(folder) {
      writeMiddleware(folder, "async () => new Response('Denied', { status: 401 })")
      editRoutes(folder, (routes) => {
        const at = routes.findIndex(({ handle }) => handle === 'filesystem')
        return routes.toSpliced(at, 0, {
          continue: true,
          src: '^.*$',
          middlewarePath: '/_middleware',
        })
      })
    },
    paths: ['/learn'],
    reports: { 'every visit has its status': ['/learn: 401, not 200'] },
  },
]

function editRoutes(folder: string, edit: (routes: Route[]) => Route[]): void {
  editFile(join(folder, 'config.json'), (text) => {
    const config: { routes: Route[] } = JSON.parse(text)
    return JSON.stringify({ ...config, routes: edit(config.routes) })
  })
}

function findScript(folder: string, page: string): string {
  const scripts = join(folder, 'static/_next/static/chunks/pages')
  const name = listFilesIn(scripts).find((path) => path.startsWith(`${page}-`))
  if (name === undefined) throw new Error(`There is no script of ${page}`)
  return join(scripts, name)
}

/** Leaves a library out of the function of a route. */
function removeLibrary(folder: string, route: string, name: string): void {
  const built = realpathSync(`${functionPath(folder, route)}.func`)
  editFile(join(built, '.vc-config.json'), (text) => {
    const settings: BuiltFunction['settings'] = JSON.parse(text)
    const files = Object.entries(settings.filePathMap ?? {})
    const others = files.filter(([path]) => !path.includes(`/.pnpm/${name}@`))
    if (others.length === files.length) throw new Error(`The function of ${route} lacks ${name}`)
    return JSON.stringify({ ...settings, filePathMap: Object.fromEntries(others) })
  })
}

function writeMiddleware(folder: string, handler: string): void {
  const built = join(folder, 'functions/_middleware.func')
  mkdirSync(built)
  const settings = { handler: 'index.cjs', runtime: 'nodejs24.x', useWebApi: true }
  writeFileSync(join(built, '.vc-config.json'), JSON.stringify(settings))
  writeFileSync(join(built, 'index.cjs'), `module.exports = ${handler}`)
}
