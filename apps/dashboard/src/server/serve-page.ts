import type { ParsedUrlQuery } from 'node:querystring'
import type { Secret } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { GitHub, ToPanel } from '@repo/github'
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next'
import { authenticate, rejectRevokedToken } from './access/authenticate.ts'
import { describeAccess, expiresSoon, type ViewerAccess } from './access/viewer-access.ts'
import { confirmRename } from './confirm-rename.ts'
import { PAGE_DEADLINE_MS } from './deadlines.ts'
import { type Frame, frameFor } from './frame.ts'
import {
  deniedResult,
  errorResult,
  isUnauthorized,
  rejectedResult,
  resultWithoutProps,
  shortenLifetime,
} from './page-result.ts'
import { openScope, type ReadScope } from './read-scope.ts'
import { setServerTiming } from './server-timing.ts'

/** The argument of a page's function. */
export type PageRequest<Params extends ParsedUrlQuery> = {
  /** GitHub, bound to this request's deadline and trace. */
  github: GitHub
  /** Turns a read into a panel, which can fail without the page; the page is then cached briefly. */
  panel: ToPanel
  params: Params
  query: ParsedUrlQuery
  res: GetServerSidePropsContext['res']
}

/** The argument of a viewer page's function. */
export type ViewerPageRequest<Params extends ParsedUrlQuery> = PageRequest<Params> & {
  /** How the viewer is signed in, without the token. */
  access: ViewerAccess
}

/** A page's part of `getServerSideProps`. */
type Page<Props, Request> = (request: Request) => Promise<GetServerSidePropsResult<Props>>

/** A page's props, and what the frame around it shows. */
export type Framed<Props> = Props & { frame: Frame }

/**
 * Runs the `getServerSideProps` of a public page, which never reads a credential. For documents and
 * `/_next/data` alike:
 *
 * - methods other than GET and HEAD get 405, names that GitHub cannot have get 404, without a read;
 * - every status but 200, 304 and 404, and every redirect, is sent with `private, no-store`;
 * - GitHub's 404 becomes `notFound`, or a page with links for a repository; a confirmed rename becomes
 *   a temporary redirect, and any other GitHub error a page that explains it, with its status; other
 *   errors throw, to `pages/500`;
 * - a page with stale data or an unavailable panel is cached for seconds, and never served stale;
 * - `Server-Timing` and one log line report what the server did.
 */
export async function servePage<Props extends object, Params extends ParsedUrlQuery>(
  context: GetServerSidePropsContext<Params>,
  page: Page<Props, PageRequest<Params>>,
): Promise<GetServerSidePropsResult<Framed<Props>>> {
  const { req, res } = context
  let pagePolicy: string | undefined
  const scope = openScope(req, res, PAGE_DEADLINE_MS, (...response) =>
    setServerTiming(...response, pagePolicy),
  )
  const rejected = rejectedResult<Framed<Props>>(context, 'public')
  if (rejected) return rejected
  try {
    const result = await confirmRename(
      () => scope.readGitHub(),
      (github) => page(pageRequest(context, scope, github)),
    )
    if (!('props' in result)) return resultWithoutProps(context, result, 'public')
    if (scope.isDegraded()) pagePolicy = shortenLifetime(res)
    const follow = scope.follow()
    const frame = { ...frameFor(), ...(follow && { follow }) }
    return { props: { ...(await result.props), frame } }
  } catch (error) {
    return errorResult(context, error, 'public')
  }
}

/**
 * Runs the `getServerSideProps` of a viewer's own page, which reads with their token. In addition to
 * what `servePage` does:
 *
 * - every response is sent with `private, no-store`, whatever the page sets;
 * - a visitor without credentials, or with an expired session, is redirected to sign in and back; an
 *   Authorization header that is malformed, or has a token that GitHub rejects, gets 401;
 * - each request reads the viewer from GitHub, and the frame shows them;
 * - props that contain the token throw.
 */
export async function serveViewerPage<Props extends object, Params extends ParsedUrlQuery>(
  context: GetServerSidePropsContext<Params>,
  page: Page<Props, ViewerPageRequest<Params>>,
): Promise<GetServerSidePropsResult<Framed<Props>>> {
  const { req, res } = context
  const scope = openScope(req, res, PAGE_DEADLINE_MS, setServerTiming)
  const rejected = rejectedResult<Framed<Props>>(context, 'private')
  if (rejected) return rejected
  const authenticated = await authenticate(req, res)
  if (authenticated.state !== 'authenticated') return deniedResult(context, authenticated)
  const access = describeAccess(authenticated)
  const openGitHub = () => scope.readGitHub(authenticated)
  const readViewer = openGitHub().getViewer()
  try {
    const runPage = confirmRename(openGitHub, (github) =>
      page({ ...pageRequest(context, scope, github), access }),
    )
    const [result, viewer] = await Promise.all([runPage, readViewer])
    if (!('props' in result)) return resultWithoutProps(context, result, 'private')
    setCacheHeaders(res, { scope: 'private' })
    const frame = frameFor(viewer.data, {
      expiresAt: expiresSoon(access, viewer.token),
      isInHeader: authenticated.credential === 'header',
    })
    const props = { ...(await result.props), frame }
    assertTokenNotInProps(authenticated.token, props)
    return { props }
  } catch (error) {
    // GitHub may reject a token for one repository, and accept it for the rest.
    const isAccepted = !isUnauthorized(error) || (await isFulfilled(readViewer))
    if (isAccepted) return errorResult(context, error, 'private')
    return deniedResult(context, await rejectRevokedToken(authenticated, res))
  }
}

function isFulfilled(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  )
}

function pageRequest<Params extends ParsedUrlQuery>(
  { params, query, res }: GetServerSidePropsContext<Params>,
  { panel }: ReadScope,
  github: GitHub,
): PageRequest<Params> {
  return { github, panel, params: params ?? ({} as Params), query, res }
}

// A revealed token is a plain string, which the types accept, and props are printed into the HTML.
function assertTokenNotInProps(token: Secret, props: object): void {
  if (!JSON.stringify(props).includes(token.reveal())) return
  throw new TypeError("The props of a page must not contain its viewer's token")
}
