import type { ParsedUrlQuery } from 'node:querystring'
import { type CachePolicy, setCacheHeaders } from '@repo/cache-headers'
import { GitHubError, isOwnerName, isRepoName } from '@repo/github'
import type { GetServerSidePropsContext, GetServerSidePropsResult, Redirect } from 'next'
import type { Denied } from './access/authenticate.ts'
import { degradedPage, notFoundPage } from './cache-policies.ts'
import { type Failure, type FailureProps, failureOf, setFailure } from './failure.ts'
import { frameFor } from './frame.ts'
import { isPublic } from './guard-headers.ts'
import { currentRequestId } from './process/request-id.ts'

type Context = GetServerSidePropsContext<ParsedUrlQuery>
type Scope = CachePolicy['scope']
type WithoutProps = { notFound: true } | { redirect: Redirect }

/** Returns the result for a request that is rejected before the page runs; undefined for any other. */
export function rejectedResult<Props>(
  { req, res, params }: Context,
  cacheScope: Scope,
): GetServerSidePropsResult<Props> | undefined {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    return failureResult(res, { kind: 'method-not-allowed' })
  }
  if (!hasValidNames(params ?? {})) {
    setNotFoundHeaders(res, cacheScope)
    return { notFound: true }
  }
  return undefined
}

/** Returns the result for a visitor who is not authenticated. */
export function deniedResult<Props>(
  context: Context,
  denied: Denied,
): GetServerSidePropsResult<Props> {
  switch (denied.state) {
    case 'sign-in-required':
      return redirectResult(context.res, signInRedirect(context, denied.reason))
    case 'unauthorized':
      return failureResult(context.res, {
        kind: 'invalid-credentials',
        message: denied.message,
      })
    case 'unreachable':
      return failureResult(context.res, { kind: 'unreachable' })
  }
}

/** Returns a page's own `notFound` or `redirect`, with cache headers that fit it. */
export function resultWithoutProps<Props>(
  context: Context,
  result: WithoutProps,
  cacheScope: Scope,
): GetServerSidePropsResult<Props> {
  return 'redirect' in result
    ? redirectResult(context.res, result)
    : notFoundResult(context, cacheScope)
}

/** Redirects from a viewer's page of a public repository to its public page. */
export function redirectToPublicPage(context: Context): { redirect: Redirect } {
  const destination = getPagePath(context).replace(/^\/me(?=\/repos\/)/, '')
  return { redirect: { destination, permanent: false } }
}

/**
 * Returns the result for an error from GitHub: a redirect, not found, or a failure.
 * @throws the error if it is not GitHub's.
 */
export function errorResult<Props>(
  context: Context,
  error: unknown,
  cacheScope: Scope,
): GetServerSidePropsResult<Props> {
  const { res } = context
  if (!(error instanceof GitHubError)) throw error
  // Not every page has the name of its repository in its path.
  const redirect = error.kind === 'renamed' && renamedRedirect(context, error)
  if (redirect) return redirectResult(res, redirect)
  const failure = failureOf(error, cacheScope)
  return failure ? failureResult(res, failure) : notFoundResult(context, cacheScope)
}

/** Returns whether GitHub has rejected the token of a read. */
export function isUnauthorized(error: unknown): boolean {
  return error instanceof GitHubError && error.kind === 'unauthorized'
}

/** Shortens the lifetime of a degraded page, if it is public; returns the `Cache-Control` that it had set. */
export function shortenLifetime(res: Context['res']): string | undefined {
  if (!isPublic(res)) return undefined
  const pagePolicy = String(res.getHeader('Cache-Control'))
  setCacheHeaders(res, degradedPage)
  return pagePolicy
}

function hasValidNames({ owner, repo }: ParsedUrlQuery): boolean {
  return (
    (owner === undefined || isOwnerName(String(owner))) &&
    (repo === undefined || isRepoName(String(repo)))
  )
}

/** Returns the 404 page, or for a repository a page with links that name it. */
function notFoundResult<Props>(
  { res, params }: Context,
  cacheScope: Scope,
): GetServerSidePropsResult<Props> {
  setNotFoundHeaders(res, cacheScope)
  const { owner, repo } = params ?? {}
  if (owner === undefined || repo === undefined) return { notFound: true }
  return failureResult(res, { kind: 'not-found', fullName: `${owner}/${repo}` })
}

function setNotFoundHeaders(res: Context['res'], cacheScope: Scope): void {
  setCacheHeaders(res, cacheScope === 'public' ? notFoundPage : { scope: cacheScope })
}

// On the data route Next sends a redirect with status 200, which the guard accepts as cacheable.
function redirectResult<Result extends { redirect: Redirect }>(
  res: Context['res'],
  result: Result,
): Result {
  setCacheHeaders(res, { scope: 'private' })
  return result
}

// _app renders the failure in place of the page, so the page never receives these props.
function failureResult<Props>(res: Context['res'], failure: Failure): { props: Props } {
  setFailure(res, failure)
  // Of the failures, shared caches store only a 404.
  const isStored = res.statusCode === 404 && isPublic(res)
  const requestId = isStored ? undefined : currentRequestId()
  const failureProps: FailureProps = {
    ...failure,
    status: res.statusCode,
    ...(requestId !== undefined && { requestId }),
  }
  return { props: { failure: failureProps, frame: frameFor() } as Props }
}

/** Redirects to the same page of the repository's new name; undefined if the path has no name. */
function renamedRedirect(
  context: Context,
  { fullName = '' }: GitHubError,
): { redirect: Redirect } | undefined {
  const name = fullName.split('/').map(encodeURIComponent).join('/')
  const path = getPagePath(context)
  const destination = path.replace(
    /^([^?]*?\/repos)\/[^/?]+\/[^/?]+/,
    (_old, before: string) => `${before}/${name}`,
  )
  return destination === path ? undefined : { redirect: { destination, permanent: false } }
}

/** Redirects to the sign-in page, which redirects back to this one. */
function signInRedirect(context: Context, reason: string | undefined) {
  const search = new URLSearchParams({
    ...(reason && { error: reason }),
    returnTo: getPagePath(context),
  })
  return { redirect: { destination: `/sign-in?${search}`, permanent: false } }
}

/** Returns a page's path and search, without the route parameters that a data request adds to it. */
function getPagePath({ resolvedUrl, params }: Context): string {
  const { pathname, searchParams } = new URL(resolvedUrl, 'http://localhost')
  for (const name of Object.keys(params ?? {})) searchParams.delete(name)
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}
