import Link from 'next/link'
import { Icon } from './icon.tsx'
import styles from './pager.module.css'

type PagerProps = {
  label: string
  page: number
  /** Undefined if the length of the list is unknown. */
  lastPage: number | undefined
  hasNext: boolean
  href: (page: number) => string
}

/**
 * Links to the other pages of a list, which keep the scroll position. Renders nothing if there is only
 * one page.
 */
export function Pager({ label, page, lastPage, hasNext, href }: PagerProps) {
  const last = lastPage ?? (hasNext ? page + 1 : page)
  if (last <= 1 && page <= 1) return null
  // A URL can contain any page number; a page past the end gets no link.
  const isPastEnd = page > last

  return (
    <nav className={styles.pager} aria-label={label}>
      {page > 1 ? (
        <Link
          className={styles.step}
          href={href(Math.min(page - 1, last))}
          rel="prev"
          scroll={false}
        >
          <Icon name="chevron-left" /> Previous
        </Link>
      ) : (
        <span className={styles.ended}>
          <Icon name="chevron-left" /> Previous
        </span>
      )}
      <ol className={styles.pages}>
        {choosePages(Math.min(page, last), last).map((entry, index, entries) =>
          entry === 'gap' ? (
            <li className={styles.gap} key={`gap after ${entries[index - 1]}`}>
              …
            </li>
          ) : (
            <li key={entry}>
              <Link
                className={styles.page}
                href={href(entry)}
                scroll={false}
                aria-label={`Page ${entry}`}
                aria-current={entry === page ? 'page' : undefined}
              >
                {entry}
              </Link>
            </li>
          ),
        )}
        {isPastEnd && (
          <li className={styles.gap} aria-current="page">{`There is no page ${page}`}</li>
        )}
      </ol>
      {hasNext && !isPastEnd ? (
        <Link className={styles.step} href={href(page + 1)} rel="next" scroll={false}>
          Next <Icon name="chevron-right" />
        </Link>
      ) : (
        <span className={styles.ended}>
          Next <Icon name="chevron-right" />
        </span>
      )}
    </nav>
  )
}

/** Chooses the pages to link: the first, the last and the neighbors of this one, with gaps between. */
export function choosePages(page: number, lastPage: number): (number | 'gap')[] {
  const neighbors = [page - 1, page, page + 1]
  const pages = [...new Set([1, ...neighbors, lastPage])].filter((n) => n >= 1 && n <= lastPage)

  return pages.flatMap((n, index) => {
    const previous = pages[index - 1] ?? 0
    if (n - previous === 1) return [n]
    // A gap of one page would save no space.
    return n - previous === 2 ? [n - 1, n] : ['gap' as const, n]
  })
}
