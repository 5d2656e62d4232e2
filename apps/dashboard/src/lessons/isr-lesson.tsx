import Link from 'next/link'
import { lessons } from '#tutorial/lessons.ts'
import type { Reading } from './example-repo.server.ts'
import { ReadingCard } from './reading-card.tsx'

/** The lesson about an ISR page: what it can use, and what it cannot. */
export function IsrLesson({ reading }: { reading: Reading }) {
  return (
    <>
      <ReadingCard title="ISR" reading={reading}>
        <p>Every visitor within a minute of the last render gets exactly these bytes.</p>
      </ReadingCard>
      <p>
        <code>getStaticPaths</code> returns no paths and <code>fallback: &apos;blocking&apos;</code>
        . So the build sends no request to GitHub, and the first visit to a page renders it. After{' '}
        <code>revalidate</code> seconds, the next visitor still gets the stale page at once, and
        Next regenerates it in the background.
      </p>
      <p>
        <code>getStaticProps</code> has no <code>req</code> and no <code>res</code>. So it cannot
        identify the visitor, and it cannot return 503 when GitHub fails: Next serves the stale page
        if there is one, or else the 500 page. Next also sets its <code>Cache-Control</code>.
        Compare it with <Link href={lessons.dataFetching.path}>the server-rendered page</Link>.
      </p>
    </>
  )
}
