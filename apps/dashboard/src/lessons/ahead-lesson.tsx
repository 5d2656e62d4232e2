import Link from 'next/link'
import { lessons } from './lessons.ts'
import type { Reading } from './reading.ts'
import { ReadingCard } from './reading-card.tsx'

/** The page that was made ahead of time: what it knows, and what it cannot know. */
export function AheadLesson({ reading }: { reading: Reading }) {
  return (
    <>
      <ReadingCard title="Ahead of time" reading={reading}>
        <p>Whoever comes within a minute of the last making gets these very bytes.</p>
      </ReadingCard>
      <p>
        <code>getStaticPaths</code> names no page and says{' '}
        <code>fallback: &apos;blocking&apos;</code>: the build asks GitHub nothing, and the first
        visitor of a repository has its page made. After <code>revalidate</code> seconds the next
        visitor still gets the old page at once, and it is made again behind them.
      </p>
      <p>
        It has no <code>req</code> and no <code>res</code>, so it cannot know who asks, and it
        cannot answer 503 when GitHub fails: if there is an old page it stays, else there is the 500
        page. The header is Next&rsquo;s own. Compare it with{' '}
        <Link href={lessons.when.path}>the page that asks on each request</Link>.
      </p>
    </>
  )
}
