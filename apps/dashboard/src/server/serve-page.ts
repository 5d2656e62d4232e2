import type { ParsedUrlQuery } from 'node:querystring'
import type { Secret } from '@repo/auth-headers'
import { type CachePolicy, setCacheHeaders } from '@repo/cache-headers'
import { type Call, createPanel, type GitHub, GitHubError, type TakePanel } from '@repo/github'
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next'
import { type Admitted, admit, type Turned, turnAway } from './access/admit.ts'
import { failureOf } from './failure.ts'
import { type Frame, frameFor } from './frame.ts'
import { gitHub } from './github.ts'
import { guardHeaders, isPublic } from './guard-headers.ts'
import { areNames, failed, notFound, redirected, toNewName, toSignIn } from './page-result.ts'
import { logRequest } from './request-log.ts'
import { sentPolicy, serverTiming, timings } from './server-timing.ts'

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

/** A page's part of `getServerSideProps`. */
type Page<Props, Params extends ParsedUrlQuery> = (
  request: PageRequest<Params>,
) => Promise<GetServerSidePropsResult<Props>>

/** A page's props, and what the frame around it shows. */
export type Framed<Props> = Props & { frame: Frame }

/** Milliseconds after which a page shows what is there. */
const deadline = 4000

/** Seconds for which shared caches may keep a page that is not all there, or not all new. */
const unreadyFor = 5

/**
 * Runs a page's part of `getServerSideProps` for everybody, without a look at any credential, and
 * keeps these promises for it, for documents and `/_next/data` alike:
 *
 * - methods other than GET and HEAD get 405, names that GitHub cannot have get 404, both unasked;
 * - every status but 200, 304 and 404 leaves with `private, no-store`, and a redirect too;
 * - GitHub's 404 becomes `notFound`, a rename a temporary redirect, and a failure that the visitor
 *   can read a page with the right status; anything else throws, to `pages/500`;
 * - a page with old data or a panel that is not ready is kept for seconds, and never served stale;
 * - `Server-Timing` and one line of the log tell what was done.
 */
export function servePage<Props extends object, Params extends ParsedUrlQuery>(
  context: GetServerSidePropsContext<Params>,
  page: Page<Props, Params>,
): Promise<GetServerSidePropsResult<Framed<Props>>> {
  return serve(context, page, 'public')
}

/**
 * Runs a viewer's own page, with what their token may see, and keeps these promises besides:
 *
 * - nobody keeps any answer, whatever the page says: each leaves with `private, no-store`;
 * - without a credential, or with a session that is over, the visitor is sent to sign in and back; a
 *   header that is wrong, or whose token GitHub refuses, gets 401;
 * - GitHub is asked each time whose the token is, and the frame says it;
 * - props that hold the token throw.
 */
export function serveViewerPage<Props extends object, Params extends ParsedUrlQuery>(
  context: GetServerSidePropsContext<Params>,
  page: Page<Props, Params>,
): Promise<GetServerSidePropsResult<Framed<Props>>> {
  return serve(context, page, 'private')
}

async function serve<Props extends object, Params extends ParsedUrlQuery>(
  context: GetServerSidePropsContext<Params>,
  page: Page<Props, Params>,
  scope: CachePolicy['scope'],
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
    const told = timings(calls, sentPolicy(response), new Date())
    response.setHeader('Server-Timing', serverTiming(told))
  })
  if (req.method !== 'GET' && req.method !== 'HEAD') return failed(res, { kind: 'method' }, calls)
  if (!areNames(params)) return notFound(res, scope)

  let viewer: Admitted | undefined
  try {
    if (scope === 'private') {
      const admission = await admit(req, res)
      if (admission.state !== 'admitted') return met(context, admission, calls)
      viewer = admission
    }
    const viewerToken = viewer?.token.reveal()
    const github = gitHub().client.forRequest({ deadline, onCall: note, viewerToken })
    const [result, whose] = await Promise.all([
      page({ github, panel, params, query, res }),
      viewer && github.viewer(),
    ])
    if ('notFound' in result) return notFound(res, scope)
    if ('redirect' in result) return redirected(res, result)
    if (viewer) setCacheHeaders(res, { scope: 'private' })
    else if (unready && isPublic(res)) {
      setCacheHeaders(res, { scope: 'public', sMaxAge: unreadyFor, staleWhileRevalidate: 0 })
    }
    const props = { ...(await result.props), frame: frameFor(calls, whose?.data) }
    if (viewer) assertWithout(viewer.token, props)
    return { props }
  } catch (error) {
    // Next answers If-None-Match on an error page too, with a 304, which the guard lets pass.
    setCacheHeaders(res, { scope: 'private' })
    if (!(error instanceof GitHubError)) throw error
    if (error.kind === 'renamed') return redirected(res, toNewName(context, error))
    if (error.kind === 'unauthorized' && viewer) {
      return met(context, await turnAway(viewer, res), calls)
    }
    const failure = failureOf(error)
    return failure ? failed(res, failure, calls) : notFound(res, scope)
  }
}

/** What those get who are not admitted. */
function met<Props>(
  context: GetServerSidePropsContext,
  admission: Turned,
  calls: readonly Call[],
): GetServerSidePropsResult<Props> {
  const { res } = context
  switch (admission.state) {
    case 'sign-in':
      return redirected(res, toSignIn(context, admission.because))
    case 'refused':
      return failed(res, { kind: 'credential', why: admission.why }, calls)
    case 'unreachable':
      return failed(res, { kind: 'unreachable' }, calls)
  }
}

// A page that takes a token apart gets past its type. The props are in the HTML for everybody to read.
function assertWithout(token: Secret, props: object): void {
  if (!JSON.stringify(props).includes(token.reveal())) return
  throw new TypeError("The props of a page must not hold its viewer's token")
}
