import type { ParsedUrlQuery } from 'node:querystring'
import { type CachePolicy, setCacheHeaders } from '@repo/cache-headers'
import { GitHubError, isOwnerName, isRepoName } from '@repo/github'
import type { GetServerSidePropsContext, GetServerSidePropsResult, Redirect } from 'next'
import type { Denied } from './access/authenticate.ts'
import { degradedPage, notFoundPage } from './cache-policies.ts'
import { type Failure, type FailureProps, failureOf, setFailure } from './failure.ts'
import { frameFor } from './frame.ts'
import { isPublic } from './guard-headers.ts'
import type { ReadScope } from './read-scope.ts'

type Context = GetServerSidePropsContext<ParsedUrlQuery>
type Scope = CachePolicy['scope']
type WithoutProps = { notFound: true } | { redirect: Redirect }

/** The result for a request that no page has to see; undefined for any other. */
export function rejectedResult<Props>(
  { req, res, params }: Context,
  scope: ReadScope,
  cacheScope: Scope,
): GetServerSidePropsResult<Props> | undefined {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    return failureResult(res, { kind: 'method-not-allowed' }, scope)
  }
  if (!hasValidNames(params ?? {})) return notFoundResult(res, cacheScope)
  return undefined
}

/** The result for a visitor who is not authenticated. */
export function deniedResult<Props>(
  context: Context,
  denied: Denied,
  scope: ReadScope,
): GetServerSidePropsResult<Props> {
  switch (denied.state) {
    case 'sign-in-required':
      return redirectResult(context.res, signInRedirect(context, denied.reason))
    case 'unauthorized':
      return failureResult(
        context.res,
        { kind: 'invalid-credentials', message: denied.message },
        scope,
      )
    case 'unreachable':
      return failureResult(context.res, { kind: 'unreachable' }, scope)
  }
}

/** The result of a page that has chosen to show nothing: not found, or a redirect. */
export function resultWithoutProps(
  res: Context['res'],
  result: WithoutProps,
  cacheScope: Scope,
): WithoutProps {
  return 'redirect' in result ? redirectResult(res, result) : notFoundResult(res, cacheScope)
}

/**
 * The result for an error: what GitHub's failure means for the visitor.
 * @throws the error, when it is ours.
 */
export function errorResult<Props>(
  context: Context,
  error: unknown,
  scope: ReadScope,
  cacheScope: Scope,
): GetServerSidePropsResult<Props> {
  const { res } = context
  // Next answers If-None-Match on an error page too, with a 304, which the guard lets pass.
  setCacheHeaders(res, { scope: 'private' })
  if (!(error instanceof GitHubError)) throw error
  if (error.kind === 'renamed') return redirectResult(res, renamedRedirect(context, error))
  const failure = failureOf(error)
  return failure ? failureResult(res, failure, scope) : notFoundResult(res, cacheScope)
}

/** Tells whether GitHub has rejected the token of a read. */
export function isUnauthorized(error: unknown): boolean {
  return error instanceof GitHubError && error.kind === 'unauthorized'
}

/** Shortens the lifetime of a public page that the next visitor may see more of. */
export function shortenLifetime(res: Context['res']): void {
  if (isPublic(res)) setCacheHeaders(res, degradedPage)
}

function hasValidNames({ owner, repo }: ParsedUrlQuery): boolean {
  return (
    (owner === undefined || isOwnerName(String(owner))) &&
    (repo === undefined || isRepoName(String(repo)))
  )
}

function notFoundResult(res: Context['res'], cacheScope: Scope): { notFound: true } {
  setCacheHeaders(res, cacheScope === 'public' ? notFoundPage : { scope: cacheScope })
  return { notFound: true }
}

// On the data route Next sends a redirect with status 200, which the guard lets pass.
function redirectResult<Result extends { redirect: Redirect }>(
  res: Context['res'],
  result: Result,
): Result {
  setCacheHeaders(res, { scope: 'private' })
  return result
}

// _app shows the failure in place of the page, which therefore never sees these props.
function failureResult<Props>(
  res: Context['res'],
  failure: Failure,
  { calls }: ReadScope,
): { props: Props } {
  setFailure(res, failure)
  const shown: FailureProps = { ...failure, status: res.statusCode }
  return { props: { failure: shown, frame: frameFor(calls) } as Props }
}

/** The same page under the repository's new name. */
function renamedRedirect(context: Context, { fullName = '' }: GitHubError) {
  const name = fullName.split('/').map(encodeURIComponent).join('/')
  const destination = pagePathOf(context).replace(
    /^([^?]*?\/repos)\/[^/?]+\/[^/?]+/,
    (_old, before: string) => `${before}/${name}`,
  )
  return { redirect: { destination, permanent: false } }
}

/** The sign-in page, which leads back to this one. */
function signInRedirect(context: Context, reason: string | undefined) {
  const search = new URLSearchParams({
    ...(reason && { error: reason }),
    returnTo: pagePathOf(context),
  })
  return { redirect: { destination: `/sign-in?${search}`, permanent: false } }
}

/** A page's own path and search. A data request carries the route's parameters in its search too. */
function pagePathOf({ resolvedUrl, params }: Context): string {
  const { pathname, searchParams } = new URL(resolvedUrl, 'http://localhost')
  for (const name of Object.keys(params ?? {})) searchParams.delete(name)
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}
