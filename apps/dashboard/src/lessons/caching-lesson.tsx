import type { Explanation } from '@repo/cache-headers'
import { Banner } from '@repo/ui/banner'
import { CodeBlock } from '@repo/ui/code-block'
import { CacheTimeline } from '#components/cache-timeline.tsx'
import { ClockTime } from '#components/clock-time.tsx'
import { useSecondsSince } from '#components/use-seconds-since.ts'
import type { CacheSimulation } from './cache-simulation.server.ts'
import { CacheSimulator, SIMULATOR_ID } from './cache-simulator.tsx'
import { CachingPitfalls } from './caching-pitfalls.tsx'
import styles from './lesson.module.css'
import { ResponseLog } from './response-log.tsx'
import type { SharedCache } from './shared-cache.server.ts'
import { documentationHeader, publicHeaders } from './snippets/caching.ts'

type CachingLessonProps = {
  renderedAt: string
  sharedCache: SharedCache | null
  explanations: Explanation[]
  simulation: CacheSimulation
}

/** The lesson about one response and its age. */
export function CachingLesson(props: CachingLessonProps) {
  const { renderedAt, sharedCache, explanations, simulation } = props
  const age = useSecondsSince(renderedAt)
  return (
    <>
      <SharedCacheNote sharedCache={sharedCache} />
      <p>
        The server rendered this page at <ClockTime time={renderedAt} />.
        <span className={styles.line}>{age !== undefined && `It is ${age} s old.`}</span>
        It was sent with exactly the header from the Next.js docs:
      </p>
      <CodeBlock label="The header of this page" html={documentationHeader} />
      <p>
        A shared cache serves it fresh for 10 s, and then stale for another 59 s, while it
        revalidates the page in the background. So the last stale response is 69 s old, not 59 s as
        the comment in the docs says: the second period starts where the first ends (
        <a href={rfc5861}>RFC 5861 §3</a>). After that, the visitor waits for a new page.
      </p>
      <div className={styles.responseLog}>{age !== undefined && <ResponseLog />}</div>

      <h2>How each cache handles it</h2>
      <CacheTimeline explanations={explanations} age={age} />

      <h2 id={SIMULATOR_ID}>Try the caches</h2>
      <p>
        Each cache is empty at first, and alone in front of a server that sends these headers with
        every page. The clock moves only with the &ldquo;Wait&rdquo; buttons. Ann sends an{' '}
        <code>Authorization</code> header, and gets a page of her own.
      </p>
      <CacheSimulator path="/learn/caching" simulation={simulation} />
      <ul>
        <li>
          <strong>Hit</strong>: from the cache, without a request to the server.
        </li>
        <li>
          <strong>Stale</strong>: from the cache, after its lifetime. Where it says
          &ldquo;refreshes&rdquo;, the cache requests a new page in the background.
        </li>
        <li>
          <strong>Miss</strong>: from the server, and stored unless it says &ldquo;not
          stored&rdquo;.
        </li>
        <li>
          <strong>Revalidated</strong>: the server responded with 304, so the stored page is
          current.
        </li>
        <li>
          <strong>Bypass</strong>: from the server, without a lookup in the cache.
        </li>
      </ul>
      <p>
        nginx and Varnish are configured as in this repository, and a test compares the simulation
        with both. Vercel and Cloudflare behave as documented.
      </p>

      <h2>Four pitfalls</h2>
      <CachingPitfalls />

      <h2>Cache headers of the other pages</h2>
      <CodeBlock label="The headers of most public pages" html={publicHeaders} />
      <p>
        With the first line the browser revalidates every time, and nginx, Varnish and Vercel store
        the page. The second is for caches that never serve stale responses with{' '}
        <code>s-maxage</code> (<a href={rfc9111}>RFC 9111 §5.2.2.10</a>,{' '}
        <a href={rfc9213}>RFC 9213</a>), such as Cloudflare.
      </p>
    </>
  )
}

const rfc5861 = 'https://www.rfc-editor.org/rfc/rfc5861#section-3'
const rfc9111 = 'https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.10'
const rfc9213 = 'https://www.rfc-editor.org/rfc/rfc9213'

function SharedCacheNote({ sharedCache }: { sharedCache: SharedCache | null }) {
  if (sharedCache !== null) {
    return (
      <p>
        There is a shared cache between you and this server: <strong>{sharedCache}</strong>. Reload
        the page: while it is fresh, you get the same one again.
      </p>
    )
  }
  return (
    <Banner tone="info" title="No shared cache in front of this server">
      Next.js does not cache a page with <code>getServerSideProps</code>, so every reload is a new
      render, and <code>next dev</code> sends <code>no-store</code> for every page. To see a cache
      in action, run <code>pnpm preview nginx</code> (or <code>varnish</code>), then open{' '}
      <code>http://localhost:8080/learn/caching</code>.
    </Banner>
  )
}
