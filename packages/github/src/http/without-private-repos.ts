type Options = {
  /** Whether requests are sent with a token, which may have access to private repositories. */
  hasToken: boolean
}

type Repo = { private?: unknown; visibility?: unknown }

/**
 * Removes private repositories from a response body and from its count of results: the server's
 * token may see them, but the response is public. Undefined if the body is a private repository.
 *
 * With a token, a repository is public only if GitHub says so; without, GitHub returns no other.
 */
export function withoutPrivateRepos(body: unknown, { hasToken }: Options): unknown {
  const isVisible = (value: unknown) =>
    !isRepo(value) || (!isMarkedPrivate(value) && (!hasToken || isMarkedPublic(value)))
  if (!isVisible(body)) return undefined
  if (Array.isArray(body)) return body.filter(isVisible)
  if (!hasItems(body)) return body
  const items = body.items.filter(isVisible)
  return items.length === body.items.length ? body : { ...body, items, total_count: items.length }
}

// In the responses to public reads, only repositories have these fields.
function isRepo(value: unknown): value is Repo {
  return isObject(value) && ['full_name', 'private', 'visibility'].some((field) => field in value)
}

/** Whether it is marked as private or internal: an odd value counts as private. */
function isMarkedPrivate({ private: isPrivate = null, visibility }: Repo): boolean {
  const isHidden = /^(?:private|internal)$/i.test(String(visibility))
  return isHidden || (isPrivate !== null && isPrivate !== false)
}

function isMarkedPublic({ private: isPrivate, visibility }: Repo): boolean {
  return isPrivate === false || visibility === 'public'
}

function hasItems(value: unknown): value is { items: unknown[] } {
  return isObject(value) && 'items' in value && Array.isArray(value.items)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
