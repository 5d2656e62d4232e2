import type { PageResponse } from './page-response.ts'

/**
 * Returns the shell command that requests what the browser did, and prints the headers.
 * @param isPrivate Whether the page is a viewer's own; the command then reads a token from the environment.
 */
export function curlCommand(
  origin: string,
  { kind, path }: Pick<PageResponse, 'kind' | 'path'>,
  isPrivate: boolean,
): string {
  return [
    'curl --include',
    ...(kind === 'data' ? ["--header 'x-nextjs-data: 1'"] : []),
    ...(isPrivate ? ['--header "Authorization: Bearer $GITHUB_TOKEN"'] : []),
    quote(origin + path),
  ].join(' ')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
