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
        Next keeps the header on the 500 page, on a 404 and on a redirect. With its defaults, nginx
        then serves the error to everyone, long after the outage. Pages of this site set the header
        last, and a guard replaces it on every status except 200, 304 and 404. Try it with{' '}
        <Link href={lessons.thrown.path}>a page that sets the header too early</Link>.
      </>
    ),
  },
  {
    title: 'private with s-maxage',
    html: privateWithSMaxAge,
    consequence: (
      <>
        The directives contradict each other: with <code>private</code> only the browser may store
        the page, and with <code>s-maxage</code> shared caches may store it for 60 s. In nginx and
        Varnish <code>private</code> wins: they store nothing, so the page is as slow as without a
        cache. If another header, such as <code>X-Accel-Expires</code> or{' '}
        <code>CDN-Cache-Control</code>, also sets a lifetime, that header wins, and the cache serves
        a private page to everyone.
      </>
    ),
  },
  {
    title: 'Vary: Cookie',
    html: varyCookie,
    consequence: (
      <>
        Visitors have different cookies, so a cache stores one variant per visitor and almost never
        has a hit. Vercel stores nothing at all. A page that differs by visitor needs its own URL
        with <code>private, no-store</code>.
      </>
    ),
  },
  {
    title: 'No must-revalidate',
    html: noMustRevalidate,
    consequence: (
      <>
        Browsers support <code>stale-while-revalidate</code> too. Chromium applies it to the data of
        a client navigation: the second visit shows the old props, even if the server has newer
        ones. Try it with this page: go to <Link href="/learn">Learn</Link>, come back with a link,
        and do both again. <code>max-age=0, must-revalidate</code> prevents it.
      </>
    ),
  },
]
