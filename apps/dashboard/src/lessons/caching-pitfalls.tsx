import { CodeBlock } from '@repo/ui/code-block'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { lessons } from '#tutorial/lessons.ts'
import {
  headerBeforeFetch,
  noMustRevalidate,
  privateWithSMaxAge,
  varyCookie,
} from './snippets/caching-pitfalls.ts'

/** Common mistakes with cache headers in getServerSideProps, each with its consequence. */
export function CachingPitfalls() {
  return (
    <>
      {pitfalls.map(({ title, html, consequence }) => (
        <section key={title}>
          <h3>{title}</h3>
          <CodeBlock label={title} html={html} />
          <p>{consequence}</p>
        </section>
      ))}
    </>
  )
}

const pitfalls: { title: string; html: string; consequence: ReactNode }[] = [
  {
    title: 'Header set before the fetch',
    html: headerBeforeFetch,
    consequence: (
      <>
        Next keeps the header on the 500 page, on a 404 and on a redirect. nginx with its defaults
        then serves the outage to everyone, long after it is over. Pages here set the header last,
        and a guard removes it from every response but 200, 304 and 404:{' '}
        <Link href={lessons.thrown.path}>a page that does it wrong on purpose</Link>.
      </>
    ),
  },
  {
    title: 'private with s-maxage',
    html: privateWithSMaxAge,
    consequence: (
      <>
        The directives contradict each other: only the browser may store the page, and shared caches
        may store it for 60 s. In nginx and Varnish <code>private</code> wins: nothing is stored, so
        the page is as slow as without a cache. Where another header sets the lifetime (
        <code>X-Accel-Expires</code>, <code>CDN-Cache-Control</code>), that header wins, and a
        private page is served to everyone.
      </>
    ),
  },
  {
    title: 'Vary: Cookie',
    html: varyCookie,
    consequence: (
      <>
        Visitors have different cookies, so a cache stores one variant per visitor and almost never
        has a hit. Vercel stores nothing at all. A page that differs by visitor needs a URL of its
        own, and <code>private, no-store</code>.
      </>
    ),
  },
  {
    title: 'No must-revalidate',
    html: noMustRevalidate,
    consequence: (
      <>
        Browsers support <code>stale-while-revalidate</code> too. Chromium applies it to the data of
        a client navigation, and shows the old props on the second visit without a request. This
        page does so: go to <Link href="/learn">Learn</Link>, come back with a link, and do it
        again. <code>max-age=0, must-revalidate</code> prevents it.
      </>
    ),
  },
]
