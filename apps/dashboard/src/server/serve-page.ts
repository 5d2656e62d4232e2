import type { ParsedUrlQuery } from 'node:querystring'
import { setCacheHeaders } from '@repo/cache-headers'
import {
  type Call,
  createPanel,
  type GitHub,
  GitHubError,
  isOwnerName,
  isRepoName,
  type TakePanel,
} from '@repo/github'
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next'
import { type Failure, failureOf, setFailure } from './failure.ts'
import { type Frame, frameFor } from './frame.ts'
import { gitHub } from './github.ts'
import { guardHeaders, isPublic } from './guard-headers.ts'
import { logRequest } from './request-log.ts'
import { serverTiming } from './server-timing.ts'

/** What a page's function gets. */
export type PageRequest<Params extends ParsedUrlQuery> = {
  /** GitHub, bound to this request's deadline and trace. */
  github: GitHub
  /** Takes a read as a panel, which may fail alone; the page is then kept for a moment only. */
  panel: TakePanel
  params: Params
  query: ParsedUrlQuery
  res: GetServerSidePropsContext['res']
}

/** A page's props, and what the frame around it shows. */
export type Framed<Props> = Props & { frame: Frame }

/** Milliseconds after which a page shows what is there. */
const deadline = 4000

/** Seconds for which shared caches may keep GitHub's "not found". */
const notFoundFor = 30

/** Seconds for which shared caches may keep a page that is not all there, or not all new. */
const unreadyFor = 5

/**
 * Runs a page's part of `getServerSideProps` and keeps these promises for it, for documents and
 * `/_next/data` alike:
 *
 * - methods other than GET and HEAD get 405, names that GitHub cannot have get 404, both unasked;
 * - every status but 200, 304 and 404 leaves with `private, no-store`, and a redirect too;
 * - GitHub's 404 becomes `notFound`, a rename a temporary redirect, and a failure that the visitor
 *   can read a page with the right status; anything else throws, to `pages/500`;
 * - a page with old data or a panel that is not ready is kept for seconds, and never served stale;
 * - `Server-Timing` and one line of the log tell what was done.
 */
export async function servePage<Props extends object, Params extends ParsedUrlQuery>(
  context: GetServerSidePropsContext<Params>,
  page: (request: PageRequest<Params>) => Promise<GetServerSidePropsResult<Props>>,
): Promise<GetServerSidePropsResult<Framed<Props>>> {
  const { req, res, query } = context
  const params = context.params ?? ({} as Params)
  const calls: Call[] = []
  let unready = false
  const panel = createPanel(() => {
    unready = true
  })
  function note(call: Call): void {
    calls.push(call)
    if (call.verdict === 'stale') unready = true
  }

  logRequest(req, res, calls)
  guardHeaders(res, (response) => {
    const cacheControl = String(response.getHeader('Cache-Control') ?? '')
    response.setHeader('Server-Timing', serverTiming(calls, cacheControl, new Date()))
  })
  if (req.method !== 'GET' && req.method !== 'HEAD') return failed(res, { kind: 'method' }, calls)
  if (!areNames(params)) return notFound(res)

  try {
    const github = gitHub().client.forRequest({ deadline, onCall: note })
    const result = await page({ github, panel, params, query, res })
    if ('notFound' in result) return notFound(res)
    if ('redirect' in result) return redirected(res, result)
    if (unready && isPublic(res)) {
      setCacheHeaders(res, { audience: 'everyone', freshFor: unreadyFor, staleFor: 0 })
    }
    return { props: { ...(await result.props), frame: frameFor(calls) } }
  } catch (error) {
    // Next answers If-None-Match on an error page too, with a 304, which the guard lets pass.
    setCacheHeaders(res, { audience: 'one viewer' })
    if (!(error instanceof GitHubError)) throw error
    if (error.kind === 'renamed') return redirected(res, { redirect: renamed(context, error) })
    const failure = failureOf(error)
    return failure ? failed(res, failure, calls) : notFound(res)
  }
}

function areNames({ owner, repo }: ParsedUrlQuery): boolean {
  return (
    (owner === undefined || isOwnerName(String(owner))) &&
    (repo === undefined || isRepoName(String(repo)))
  )
}

function notFound(res: GetServerSidePropsContext['res']): { notFound: true } {
  setCacheHeaders(res, { audience: 'everyone', freshFor: notFoundFor, staleFor: 0 })
  return { notFound: true }
}

// On the data route Next sends a redirect with status 200, which the guard lets pass.
function redirected<Result extends { redirect: object }>(
  res: GetServerSidePropsContext['res'],
  result: Result,
): Result {
  setCacheHeaders(res, { audience: 'one viewer' })
  return result
}

/** The same page of the repository's new name. */
function renamed({ resolvedUrl, params }: GetServerSidePropsContext, { fullName }: GitHubError) {
  const { pathname, searchParams } = new URL(resolvedUrl, 'http://localhost')
  // A data request carries the route's parameters in its search too.
  for (const name of Object.keys(params ?? {})) searchParams.delete(name)
  const [, , , , ...rest] = pathname.split('/')
  const path = ['/repos', ...(fullName ?? '').split('/').map(encodeURIComponent), ...rest].join('/')
  const search = searchParams.size > 0 ? `?${searchParams}` : ''
  return { destination: `${path}${search}`, permanent: false }
}

// _app shows the failure in place of the page, which therefore never sees these props.
function failed<Props>(
  res: GetServerSidePropsContext['res'],
  failure: Failure,
  calls: readonly Call[],
): { props: Props } {
  setFailure(res, failure)
  return { props: { failure, frame: frameFor(calls) } as Props }
}
