import type { NextRouter } from 'next/router'

let pendingPath = ''

/** Navigates to the path of a GET form; a path that is pending already is not requested again. */
export async function navigateForm(
  router: Pick<NextRouter, 'push'>,
  action: string,
  data: Iterable<[string, unknown]>,
): Promise<void> {
  const path = formPath(action, data)
  if (path === pendingPath) return
  pendingPath = path
  try {
    // The page that a form changes stays where it is.
    await router.push(path, undefined, { scroll: path.split('?')[0] !== location.pathname })
  } finally {
    if (pendingPath === path) pendingPath = ''
  }
}

/** Returns the path that a GET form navigates to, without empty fields and its fragment. */
export function formPath(action: string, data: Iterable<[string, unknown]>): string {
  const [path = ''] = action.split(/[?#]/)
  const search = new URLSearchParams()
  for (const [name, value] of data) {
    if (typeof value === 'string' && value.trim() !== '') search.append(name, value)
  }
  return search.size > 0 ? `${path}?${search}` : path
}
