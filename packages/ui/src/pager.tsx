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
  const known = lastPage ?? (hasNext ? page + 1 : page)
  if (known <= 1 && page <= 1) return null

  return (
    <nav className={styles.pager} aria-label={label}>
      {page > 1 ? (
        <Link className={styles.step} href={href(page - 1)} rel="prev">
          <Icon of={ChevronLeftIcon} /> Previous
        </Link>
      ) : (
        <span className={styles.ended}>
          <Icon of={ChevronLeftIcon} /> Previous
        </span>
      )}
      <ol className={styles.pages}>
        {pagerWindow(page, Math.max(page, known)).map((entry, index, entries) =>
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
      </ol>
      {hasNext ? (
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
