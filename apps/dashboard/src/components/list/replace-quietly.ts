import Router from 'next/router'

let quietPath: string | undefined

/** Replaces the path without the visitor, so that the list does not take the focus. */
export async function replaceQuietly(path: string): Promise<void> {
  quietPath = path
  await Router.replace(path, undefined, { scroll: false })
  quietPath = undefined
}

/** Whether a path replaces another without the visitor. */
export function isReplacedQuietly(path: string): boolean {
  return path === quietPath
}
