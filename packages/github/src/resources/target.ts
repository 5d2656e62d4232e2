import type { z } from 'zod'
import type { CacheTtl } from '../cache/cache.ts'
import type { Identity } from '../http/identities.ts'
import type { GitHubRequest } from '../http/request.ts'
import { type PublicScope, publicScopeOf } from './public-scope.ts'

/** What a resource requests, and how its response is read. */
export type Query<Schema extends z.ZodType = z.ZodType, Empty = unknown> = GitHubRequest & {
  /** Validates the body and maps it to our names. */
  schema: Schema
  /** Parameters that replace others where the response is public. */
  publicParams?: GitHubRequest['params']
  /** Not requested while the quota is that of requests without a token. */
  isOptional?: boolean
  /** Read only from the store, past its max-age too; rejects with `NotStoredError` without a request. */
  isStoredOnly?: boolean
  /** Never requested with the server's token, nor without any. */
  requiresUserToken?: boolean
  /** Whether its snapshot contains what GitHub reports about the viewer's token. */
  readsToken?: boolean
  /** Lifetimes that differ from the default. */
  ttl?: Partial<CacheTtl>
  /** What a 204 means, where GitHub documents one. */
  on204?: z.output<Schema>
  /** What a 404 means, where it stands for "there is none". */
  on404?: Empty
  /** What a 409 or a 422 means, where GitHub documents one that stands for "there is none". */
  on409Or422?: Empty
}

/** A query with what follows from it and the identity. */
export type Target<Schema extends z.ZodType = z.ZodType, Empty = unknown> = {
  query: Query<Schema, Empty>
  identity: Identity
  /** Whether the response is for all visitors. */
  isPublic: boolean
  request: GitHubRequest
  path: string
  /** Undefined if only a viewer may read it. */
  scope: PublicScope | undefined
}

/** Decides what a query requests for an identity, and what the response may contain. */
export function targetOf<Schema extends z.ZodType, Empty>(
  query: Query<Schema, Empty>,
  identity: Identity,
  pathOf: (request: GitHubRequest) => string,
): Target<Schema, Empty> {
  const isPublic = identity.token === undefined
  const request = isPublic
    ? { ...query, params: { ...query.params, ...query.publicParams } }
    : query
  const path = pathOf(request)
  const scope = isPublic && !query.requiresUserToken ? publicScopeOf(path) : undefined
  return { query, identity, isPublic, request, path, scope }
}
