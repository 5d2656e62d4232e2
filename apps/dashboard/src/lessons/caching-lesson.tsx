import type { Explanation } from '@repo/cache-headers'
import { Banner } from '@repo/ui/banner'
import { CodeBlock } from '@repo/ui/code-block'
import { CacheTimeline } from '#components/cache-timeline.tsx'
import { ClockTime } from '#components/clock-time.tsx'
import { useSecondsSince } from '#components/use-seconds-since.ts'
import { AskAgain } from './ask-again.tsx'
import { CachingMistakes } from './caching-mistakes.tsx'
import type { CacheInFront } from './shared-cache.server.ts'

type CachingLessonProps = {
  renderedAt: string
  inFront: CacheInFront | null
  explanations: Explanation[]
}

/** The lesson around one response and its age. */
export function CachingLesson({ renderedAt, inFront, explanations }: CachingLessonProps) {
  const age = useSecondsSince(renderedAt)
  return (
    <>
      <InFront inFront={inFront} />
      <p>
        The server rendered this page at <ClockTime moment={renderedAt} />
        {age === undefined ? '.' : <>: it is {age} s old.</>} It left with the header of the
        documentation, to the byte:
      </p>
      <CodeBlock label="The header of this page">
        Cache-Control: public, s-maxage=10, stale-while-revalidate=59
      </CodeBlock>
      <p>
        For 10 seconds a shared cache answers with it. For 59 seconds more it answers with it at
        once and asks this server for a new one meanwhile: until the age of 69 seconds, not of 59 as
        the documentation&rsquo;s comment has it (<a href={rfc5861}>RFC 5861 §3</a>: the second time
        begins where the first ends). After that a visitor waits.
      </p>
      {age !== undefined && <AskAgain />}

      <h2>What each cache does with it</h2>
      <CacheTimeline explanations={explanations} age={age} />

      <h2>Four mistakes</h2>
      <CachingMistakes />

      <h2>What the other pages send</h2>
      <CodeBlock label="The header of most public pages">
        {`Cache-Control: public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600
CDN-Cache-Control: max-age=60, stale-while-revalidate=600`}
      </CodeBlock>
      <p>
        The first line has the browser ask every time, and nginx, Varnish and Vercel keep the page.
        The second tells the same to caches that take <code>s-maxage</code> as a ban on stale
        answers (<a href={rfc9111}>RFC 9111 §5.2.2.10</a>, <a href={rfc9213}>RFC 9213</a>), such as
        Cloudflare.
      </p>
    </>
  )
}

const rfc5861 = 'https://www.rfc-editor.org/rfc/rfc5861#section-3'
const rfc9111 = 'https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.10'
const rfc9213 = 'https://www.rfc-editor.org/rfc/rfc9213'

function InFront({ inFront }: { inFront: CacheInFront | null }) {
  if (inFront !== null) {
    return (
      <p>
        Between you and this server stands <strong>{inFront}</strong>. Reload the page: while it is
        fresh you get the same one again.
      </p>
    )
  }
  return (
    <Banner tone="info" title="No cache stands in front of this server">
      Next itself keeps nothing of a page with <code>getServerSideProps</code>, so each reload is
      rendered anew, and <code>next dev</code> sends <code>no-store</code> whatever a page says. To
      see the cache at work, put one in front: <code>pnpm preview nginx</code> (or{' '}
      <code>varnish</code>), then open <code>http://localhost:8080/learn/caching</code>.
    </Banner>
  )
}
