import Link from 'next/link'
import { Icon } from './icon.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from './icons.ts'
import styles from './pager.module.css'
import { pagerWindow } from './pager-window.ts'

type PagerProps = {
  label: string
  page: number
  /** Unknown for lists whose length nobody tells. */
  lastPage: number | undefined
  hasNext: boolean
  href: (page: number) => string
}

/** Links to the other pages of a list; nothing where there is one page. */
export function Pager({ label, page, lastPage, hasNext, href }: PagerProps) {
  const last = lastPage ?? (hasNext ? page + 1 : page)
  if (last <= 1 && page <= 1) return null
  // An address may ask for any page: those past the end are not linked.
  const isPastEnd = page > last

  return (
    <nav className={styles.pager} aria-label={label}>
      {page > 1 ? (
        <Link className={styles.step} href={href(Math.min(page - 1, last))} rel="prev">
          <Icon of={ChevronLeftIcon} /> Previous
        </Link>
      ) : (
        <span className={styles.ended}>
          <Icon of={ChevronLeftIcon} /> Previous
        </span>
      )}
      <ol className={styles.pages}>
        {pagerWindow(Math.min(page, last), last).map((entry, index, entries) =>
          entry === 'gap' ? (
            <li className={styles.gap} key={`gap after ${entries[index - 1]}`}>
              …
            </li>
          ) : (
            <li key={entry}>
              <Link
                className={styles.page}
                href={href(entry)}
                aria-label={`Page ${entry}`}
                aria-current={entry === page ? 'page' : undefined}
              >
                {entry}
              </Link>
            </li>
          ),
        )}
        {isPastEnd && (
          <li className={styles.gap} aria-current="page">{`Page ${page} is past the end`}</li>
        )}
      </ol>
      {hasNext && !isPastEnd ? (
        <Link className={styles.step} href={href(page + 1)} rel="next">
          Next <Icon of={ChevronRightIcon} />
        </Link>
      ) : (
        <span className={styles.ended}>
          Next <Icon of={ChevronRightIcon} />
        </span>
      )}
    </nav>
  )
}
