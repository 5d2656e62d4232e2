/** Chooses the pages a pager names: the first, the last, those around this one, and the gaps. */
export function pagerWindow(page: number, lastPage: number): (number | 'gap')[] {
  const near = [page - 1, page, page + 1]
  const named = [...new Set([1, ...near, lastPage])].filter((n) => n >= 1 && n <= lastPage)

  return named.flatMap((n, index) => {
    const before = named[index - 1] ?? 0
    if (n - before === 1) return [n]
    // A gap of one page is no shorter than the page itself.
    return n - before === 2 ? [n - 1, n] : ['gap' as const, n]
  })
}
