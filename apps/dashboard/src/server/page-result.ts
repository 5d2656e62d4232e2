import type { ParsedUrlQuery } from 'node:querystring'
import { type CachePolicy, setCacheHeaders } from '@repo/cache-headers'
import { type Call, type GitHubError, isOwnerName, isRepoName } from '@repo/github'
import type { GetServerSidePropsContext } from 'next'
import type { Reason } from '#features/auth/reasons.ts'
import { type Failure, setFailure } from './failure.ts'
import { frameFor } from './frame.ts'

type PageResponse = GetServerSidePropsContext['res']

/** Seconds for which shared caches may keep GitHub's "not found". */
const notFoundFor = 30

/** Tells whether GitHub can have an owner and a repository of the names in an address. */
export function areNames({ owner, repo }: ParsedUrlQuery): boolean {
  return (
    (owner === undefined || isOwnerName(String(owner))) &&
    (repo === undefined || isRepoName(String(repo)))
  )
}

/** The 404 page: for a moment everybody's, or what one viewer may not see. */
export function notFound(res: PageResponse, scope: CachePolicy['scope']): { notFound: true } {
  const policy: CachePolicy =
    scope === 'public' ? { scope, sMaxAge: notFoundFor, staleWhileRevalidate: 0 } : { scope }
  setCacheHeaders(res, policy)
  return { notFound: true }
}

// On the data route Next sends a redirect with status 200, which the guard lets pass.
export function redirected<Result extends { redirect: object }>(
  res: PageResponse,
  result: Result,
): Result {
  setCacheHeaders(res, { scope: 'private' })
  return result
}

/** The same page of the repository's new name. */
export function toNewName(context: GetServerSidePropsContext, { fullName = '' }: GitHubError) {
  const name = fullName.split('/').map(encodeURIComponent).join('/')
  const destination = addressOf(context).replace(
    /^([^?]*?\/repos)\/[^/?]+\/[^/?]+/,
    (_old, before: string) => `${before}/${name}`,
  )
  return { redirect: { destination, permanent: false } }
}

/** The page that lets a visitor in, and then sends them back to this one. */
export function toSignIn(context: GetServerSidePropsContext, because: Reason | undefined) {
  const search = new URLSearchParams({
    ...(because && { because }),
    returnTo: addressOf(context),
  })
  return { redirect: { destination: `/sign-in?${search}`, permanent: false } }
}

// _app shows the failure in place of the page, which therefore never sees these props.
export function failed<Props>(
  res: PageResponse,
  failure: Failure,
  calls: readonly Call[],
): { props: Props } {
  setFailure(res, failure)
  return { props: { failure, frame: frameFor(calls) } as Props }
}

/** A page's own path and search. A data request carries the route's parameters in its search too. */
function addressOf({ resolvedUrl, params }: GetServerSidePropsContext): string {
  const { pathname, searchParams } = new URL(resolvedUrl, 'http://localhost')
  for (const name of Object.keys(params ?? {})) searchParams.delete(name)
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}
