import { CodeBlock } from '@repo/ui/code-block'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { lessons } from './lessons.ts'

/** The common mistakes with cache headers in getServerSideProps, each with what comes of it. */
export function CachingMistakes() {
  return (
    <>
      {mistakes.map(({ title, code, consequence }) => (
        <section key={title}>
          <h3>{title}</h3>
          <CodeBlock label={title}>{code}</CodeBlock>
          <p>{consequence}</p>
        </section>
      ))}
    </>
  )
}

const mistakes: { title: string; code: string; consequence: ReactNode }[] = [
  {
    title: 'The header before the fetch',
    code: `res.setHeader('Cache-Control', 'public, s-maxage=10, stale-while-revalidate=59')
const data = await fetchThatMayThrow()`,
    consequence: (
      <>
        Next keeps the header on the 500 page, and on a 404 and a redirect too. A plain nginx then
        serves the outage to everybody, long after it is over. Here the header comes last, and a
        guard takes it off every answer but 200, 304 and 404:{' '}
        <Link href={lessons.thrown.path}>a page that does it wrong on purpose</Link>.
      </>
    ),
  },
  {
    title: 'private with s-maxage',
    code: "res.setHeader('Cache-Control', 'private, s-maxage=60')",
    consequence: (
      <>
        One word says that only the visitor may keep it, the other how long everybody may. The
        stricter word wins in nginx and Varnish: nothing is kept, and the page is as slow as
        without. Where a header of the cache&rsquo;s own gives the lifetime (
        <code>X-Accel-Expires</code>, <code>CDN-Cache-Control</code>), it wins instead, and a
        personal page is everybody&rsquo;s.
      </>
    ),
  },
  {
    title: 'Vary: Cookie',
    code: `res.setHeader('Vary', 'Cookie')
res.setHeader('Cache-Control', 'public, s-maxage=60')`,
    consequence: (
      <>
        Each visitor has other cookies, so a cache keeps a copy for each and finds none for the
        next. Vercel keeps nothing at all. A page that differs by visitor wants an address of its
        own, and <code>private, no-store</code>.
      </>
    ),
  },
  {
    title: 'No must-revalidate',
    code: "res.setHeader('Cache-Control', 'public, s-maxage=10, stale-while-revalidate=59')",
    consequence: (
      <>
        The browser reads <code>stale-while-revalidate</code> too. Chromium applies it to the data
        of a client navigation, and shows the old props on the second visit without asking anybody.
        This page does so: go to <Link href="/learn">Learn</Link>, come back by the link, and do it
        once more. <code>max-age=0, must-revalidate</code> stops it.
      </>
    ),
  },
]
