import type { GitHubErrorKind } from '@repo/github'

const notFound = { message: 'repository not found', isCacheable: true }
const unavailable = { message: 'unavailable', isCacheable: false }

/**
 * What an image says of an error, and whether a shared cache may store it. Other errors may end
 * within moments.
 */
export const imageErrors = {
  'not-found': notFound,
  gone: notFound,
  blocked: { message: 'repository disabled', isCacheable: true },
  forbidden: { message: 'access denied', isCacheable: true },
  unauthorized: { message: 'access denied', isCacheable: false },
  'rate-limited': { message: 'rate limited', isCacheable: false },
  'too-many-requests': { message: 'too many requests', isCacheable: false },
  'needs-token': { message: 'unknown', isCacheable: true },
  renamed: unavailable,
  unsearchable: unavailable,
  'invalid-request': unavailable,
  computing: { message: 'still computing, try again soon', isCacheable: false },
  overloaded: unavailable,
  unreachable: unavailable,
  'too-large': unavailable,
  malformed: unavailable,
} satisfies Record<GitHubErrorKind, { message: string; isCacheable: boolean }>
