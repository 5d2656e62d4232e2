import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next'
import { onTestFinished, vi } from 'vitest'
import { type PageRequest, servePage } from './serve-page.ts'
import { resetGitHub, startServer } from './test-support.ts'

export type Params = { owner?: string; repo?: string }
export type Page = (request: PageRequest<Params>) => Promise<GetServerSidePropsResult<object>>
export type Serve = (
  context: GetServerSidePropsContext<Params>,
  page: Page,
) => Promise<GetServerSidePropsResult<object>>

const rocket = { full_name: 'acme/rocket', stargazers_count: 7 }
const params = { owner: 'acme', repo: 'rocket' }

export const pagePath = '/repos/acme/rocket'

/** Sends the result of `servePage` as Next does. */
async function sendResult(
  res: ServerResponse,
  requestPage: Promise<GetServerSidePropsResult<object>>,
) {
  const result = await requestPage.catch((error: unknown) => ({ error: String(error) }))
  if ('error' in result) res.statusCode = 500
  if ('notFound' in result) res.statusCode = 404
  if ('redirect' in result) {
    res.statusCode = res.req.headers['x-nextjs-data'] ? 200 : 307
    res.setHeader('Location', result.redirect.destination)
  }
  if (res.req.headers['if-none-match']) res.statusCode = 304
  res.end(JSON.stringify('props' in result ? await result.props : result))
}

function createContext(req: IncomingMessage, res: ServerResponse, routeParams: Params) {
  const { searchParams } = new URL(req.url ?? '', 'http://localhost')
  const query = { ...Object.fromEntries(searchParams), ...routeParams }
  const withCookies = Object.assign(req, { cookies: {} })
  return { req: withCookies, res, query, params: routeParams, resolvedUrl: req.url ?? '' }
}

/** A GitHub that sends one response to every request. */
export function github(status: number, body: unknown, headers = {}): RequestListener {
  return (_request, response) => {
    response
      .writeHead(status, { 'content-type': 'application/json', 'x-sample-github': '1', ...headers })
      .end(JSON.stringify(body))
  }
}

/** Requests one page that reads the given GitHub; returns its response and the paths sent to GitHub. */
export async function requestPage(
  page: Page,
  {
    serve = servePage as Serve,
    upstream = github(200, rocket),
    routeParams = params as Params,
    path = pagePath,
    init = {},
    env = {} as Record<string, string>,
  } = {},
) {
  const { url: githubUrl, paths } = await startServer(upstream)
  resetGitHub()
  vi.stubEnv('GITHUB_API_URL', githubUrl)
  vi.stubEnv('GITHUB_TOKEN', '')
  vi.stubEnv('SITE_URL', 'https://dashboard.test')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const { url } = await startServer((req, res) =>
    sendResult(res, serve(createContext(req, res, routeParams), page)),
  )
  const visit = async () => {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init })
    return { response, text: await response.text() }
  }
  return { ...(await visit()), paths, visitAgain: visit }
}
