/**
 * Removes private repositories from a response body and from its count of results: the server's
 * token may see them, but the response is public. Undefined if the body is a private repository.
 */
export function withoutPrivateRepos(body: unknown): unknown {
  if (isPrivate(body)) return undefined
  if (Array.isArray(body)) return body.filter((item) => !isPrivate(item))
  if (!hasItems(body)) return body
  const items = body.items.filter((item) => !isPrivate(item))
  return items.length === body.items.length ? body : { ...body, items, total_count: items.length }
}

/** Whether a value is a private or internal repository, or may be: an odd value counts as private. */
function isPrivate(value: unknown): boolean {
  if (!isObject(value)) return false
  const isMarked = 'private' in value && value.private !== false && value.private !== null
  const isHidden = 'visibility' in value && /^(?:private|internal)$/i.test(String(value.visibility))
  return isMarked || isHidden
}

function hasItems(value: unknown): value is { items: unknown[] } {
  return isObject(value) && 'items' in value && Array.isArray(value.items)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
