/**
 * Takes private repositories out of an answer that everybody may see. The server's own token may
 * see them, and what it reads is public. Undefined when nothing is left.
 */
export function visibleToAll(body: unknown): unknown {
  if (isPrivate(body)) return undefined
  if (Array.isArray(body)) return body.filter((item) => !isPrivate(item))
  if (hasItems(body)) return { ...body, items: body.items.filter((item) => !isPrivate(item)) }
  return body
}

function isPrivate(value: unknown): boolean {
  return isObject(value) && 'private' in value && value.private === true
}

function hasItems(value: unknown): value is { items: unknown[] } {
  return isObject(value) && 'items' in value && Array.isArray(value.items)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
