import type { FetchOptions, FetchResult } from '../cache/cache.ts'
import type { Store } from '../cache/stores.ts'
import { errorRules, GitHubError, type GitHubErrorKind } from '../http/github-error.ts'
import { parseLinkHeader } from '../http/link-header.ts'
import type { GitHubResponse } from '../http/request.ts'
import { parseSsoHeader } from '../http/sso-header.ts'
import { parseTokenHeaders } from '../http/token-headers.ts'
import { FREE_ROUTE, type RequestContext, type Upstream } from '../http/upstream.ts'
import { withoutPrivateRepos } from '../http/without-private-repos.ts'
import { type BoundRepos, type RepoName, reusedNameError } from './bound-repo.ts'
import { nameTag, storeTag, tagsOfRepos } from './public-scope.ts'
import { withSecureAvatars } from './secure-avatars.ts'
import type { Query, Target } from './target.ts'

/**
 * Takes one request from a budget of the client; called before each request that GitHub counts
 * against the server: for public data, to verify a viewer's token, or to exchange the code of a
 * sign-in. Returns the ISO 8601 time at which the budget is renewed, if none is left.
 */
export type SpendRequest = (purpose: 'data' | 'token') => Promise<string | undefined>

type Options = {
  upstream: Upstream
  store: Store
  repos: BoundRepos
  /** Whether public data is requested with a token, which may have access to private repositories. */
  hasServerToken: boolean
  /** Milliseconds since 1970 after which no request is retried. */
  deadline: number
  spendRequest?: SpendRequest | undefined
  onError?: ((error: GitHubError) => void) | undefined
  nextSequence: () => number
  /** The sequence number of the cache with which the page request began. */
  startSequence: number
}

// The errors of a repository that is not public, or not any more.
const NOT_PUBLIC_KINDS: readonly GitHubErrorKind[] = ['not-found', 'blocked', 'gone']
// A token gets them only for a repository that it sees; GitHub returns 404 for others.
const REFUSED_KINDS: readonly GitHubErrorKind[] = ['blocked', 'forbidden', 'gone']
// No response below the repository is stored while its own error is cached.
const CLOSED_SECONDS = errorRules('not-found').errorTtl.max

/** Creates the function by which one page request requests the entries that the cache does not have. */
export function createFetchEntry(options: Options) {
  const { upstream, store, repos, hasServerToken, deadline, onError } = options
  const batch = upstream.createBatch()

  /**
   * Requests an entry; calls `onRequest` when the request is in flight. Below a repository, the
   * repository is requested at the same time, and its error comes first: any other error would
   * reveal that the repository exists.
   */
  async function fetchEntry(
    target: Target,
    { etag, hasFailed }: FetchOptions,
    onRequest?: () => void,
  ): Promise<FetchResult> {
    const { query, identity, scope } = target
    const repo = scope?.kind === 'below-repository' ? scope : undefined
    if (repo) await repos.waitUntilRequested(repo)
    if (query.isOptional) await assertOptionalIsAllowed(target)
    // A conditional request is free with a token, unless the resource has changed; a viewer's token
    // has a quota of its own.
    const isFree = etag !== undefined || query.route === FREE_ROUTE
    if (identity.token === undefined && !isFree) await spendRequest(target, 'data')
    onRequest?.()
    const context = {
      identity,
      batch,
      etag,
      deadline,
      canRetry: !hasFailed,
      spendTokenRequest: () => spendRequest(target, 'token'),
    }
    const pendingResult = toResult(target, requestPublicly(target, context))
    pendingResult.catch(() => {})
    try {
      const tags = repo && (await confirmTags(repo, target.path, pendingResult))
      const result = await pendingResult
      return tags ? { ...result, tags } : result
    } catch (error) {
      if (error instanceof GitHubError) onError?.(error)
      throw error
    }
  }

  /** Sends a request; an error that reveals a private repository is replaced by the error for everyone. */
  async function requestPublicly(
    { request, scope }: Target,
    context: RequestContext,
  ): Promise<GitHubResponse> {
    try {
      return await upstream.request(request, context)
    } catch (error) {
      const isRevealing =
        hasServerToken &&
        scope?.kind === 'repository' &&
        error instanceof GitHubError &&
        REFUSED_KINDS.includes(error.kind)
      if (!isRevealing) throw error
      return upstream.request({ ...request, withoutServerToken: true }, context)
    }
  }

  /** Throws while the quota, or the rest of it, is reserved for essential requests. */
  async function assertOptionalIsAllowed({ request, identity, path }: Target): Promise<void> {
    if (await upstream.isUnauthenticated(request, identity)) {
      throw new GitHubError('needs-token', { path, isSent: false })
    }
    const until = upstream.reservedUntil(request, identity)
    if (until !== undefined) throw new GitHubError('rate-limited', { path, until, isSent: false })
  }

  async function spendRequest(
    { path }: Target,
    purpose: Parameters<SpendRequest>[0],
  ): Promise<void> {
    const until = await options.spendRequest?.(purpose)
    if (until === undefined) return
    throw new GitHubError('too-many-requests', { path, until, isSent: false })
  }

  /** The tags of an entry below a repository, when GitHub has confirmed that it is public. */
  async function confirmTags(
    repo: RepoName,
    path: string,
    pendingResult: Promise<unknown>,
  ): Promise<string[]> {
    const tag = hasServerToken
      ? await confirmAfter(repo, path, pendingResult)
      : // GitHub returns only public data: all that can have changed is the ID.
        await repos.confirm(repo, options.startSequence)
    return [tag, toStoreTag(nameTag(`${repo.owner}/${repo.repo}`))]
  }

  // A repository that is public after the response had nothing private in it.
  async function confirmAfter(
    repo: RepoName,
    path: string,
    pendingResult: Promise<unknown>,
  ): Promise<string> {
    const tagBefore = await repos.knownTag(repo)
    await pendingResult
    const tag = await repos.confirm(repo, options.nextSequence())
    if (tagBefore !== undefined && tag !== tagBefore) throw reusedNameError(path)
    return tag
  }

  async function toResult(
    target: Target,
    pendingResponse: Promise<GitHubResponse>,
  ): Promise<FetchResult> {
    let body: unknown
    try {
      const response = await pendingResponse
      body = response.body
      const token = target.query.readsToken ? parseTokenHeaders(response.headers) : undefined
      if (response.status === 304) return { isUnchanged: true, token }
      const { link, etag, 'x-github-sso': sso } = response.headers
      const { organizations } = parseSsoHeader(sso)
      return {
        data: parseBody(target, response),
        pages: parseLinkHeader(link === undefined ? undefined : String(link)),
        etag: etag === undefined ? undefined : String(etag),
        sample: 'x-sample-github' in response.headers,
        tags: await tagsOf(target, body),
        ...(organizations && { ssoOrganizations: organizations }),
        ...(token && { token }),
      }
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      if (NOT_PUBLIC_KINDS.includes(error.kind)) await deleteRepoEntries(target, body)
      const data = emptyValueFor(target.query, error)
      if (data === undefined) throw error
      // "There is none" is cached like any other response.
      return { data, pages: {}, sample: false }
    }
  }

  function parseBody({ query, path, isPublic }: Target, { status, body }: GitHubResponse): unknown {
    if (status === 202) throw new GitHubError('computing', { status, path })
    if (status === 204 && query.on204 !== undefined) return query.on204
    if (status !== 200) throw new GitHubError('malformed', { status, path })

    const visible = isPublic ? toPublicBody(body) : body
    if (visible === undefined && body !== undefined) {
      throw new GitHubError('not-found', { status: 404, path })
    }
    const result = query.schema.safeParse(withSecureAvatars(visible, upstream.baseUrl))
    if (result.success) return result.data
    const field = result.error.issues[0]?.path.join('.') || 'body'
    throw new GitHubError('malformed', { status, path, reason: `${field} is not as documented` })
  }

  /** The tags of a response that contains the names of the repositories that it is about. */
  async function tagsOf({ isPublic, scope }: Target, body: unknown): Promise<string[] | undefined> {
    if (!isPublic) return undefined
    const tags = tagsOfRepos(toPublicBody(body)).map(toStoreTag)
    if (scope?.kind === 'list' && scope.tag !== undefined) return [toStoreTag(scope.tag), ...tags]
    if (scope?.kind !== 'repository') return tags
    const ownTag = toStoreTag(scope.tag)
    // The repository was renamed: entries under its old name are not read any more.
    if (!tags.includes(ownTag)) await store.deleteTagged([ownTag], 0)
    return [...new Set([ownTag, ...tags])]
  }

  /** Deletes all entries of a repository that is not public, also those of requests in flight. */
  async function deleteRepoEntries({ scope }: Target, body: unknown): Promise<void> {
    if (scope?.kind !== 'repository') return
    await store.deleteTagged([scope.tag, ...tagsOfRepos(body)].map(toStoreTag), CLOSED_SECONDS)
  }

  function toPublicBody(body: unknown): unknown {
    return withoutPrivateRepos(body, { hasToken: hasServerToken })
  }

  function toStoreTag(tag: string): string {
    return storeTag(upstream.baseUrl, tag)
  }

  return fetchEntry
}

function emptyValueFor({ on404, on409Or422 }: Query, { kind, status }: GitHubError): unknown {
  if (kind === 'not-found') return on404
  if (kind === 'unsearchable') return undefined
  return status === 409 || status === 422 ? on409Or422 : undefined
}
