/**
 * Returns the URL of a file of the repository: on GitHub, or the copy that this site serves if the URL
 * of the repository was unknown when the site was built. Next inlines the variable.
 */
export function sourceFileUrl(path: string): string {
  const filesUrl = process.env.FILES_URL
  return filesUrl
    ? `${filesUrl}/${path.split('/').map(encodeURIComponent).join('/')}`
    : `/files/${sourceFileName(path)}`
}

/** Returns the name of a file's copy, which a browser shows as text. Brackets would be encoded. */
export function sourceFileName(path: string): string {
  return `${path.replace(/[[\]]/g, '')}.txt`
}
