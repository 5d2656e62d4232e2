import Link from 'next/link'
import { addSearchParams } from '#components/list-query.ts'
import { DEFAULT_RANGE, type Range, ranges } from './range.ts'
import styles from './range-links.module.css'

type RangeLinksProps = { path: string; current: Range }

/** Links to a page's charts for each range. */
export function RangeLinks({ path, current }: RangeLinksProps) {
  const names = Object.keys(ranges) as Range[]
  return (
    <nav aria-label="Range">
      <ul className={styles.list}>
        {names.map((range) => (
          <li key={range}>
            <Link
              href={addSearchParams(path, { range: range === DEFAULT_RANGE ? undefined : range })}
              aria-current={range === current ? 'page' : undefined}
              scroll={false}
            >
              {ranges[range].label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
