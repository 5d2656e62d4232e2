import { Banner } from '@repo/ui/banner'
import { CodeBlock } from '@repo/ui/code-block'
import Link from 'next/link'
import { edgeConfig } from '../snippets/edge-runtime.ts'

/** What the Edge Runtime means for a page, and what to use instead. */
export function EdgeNotes() {
  return (
    <>
      <Banner tone="warning" title="The Edge Runtime is deprecated">
        Next deprecates it for pages since version 16.3. Without the <code>config</code> below, the
        page runs on Node.js, which sends its status and its headers. To be close to visitors, cache
        pages in a CDN, and run the server close to the data.
      </Banner>

      <h2>Selecting the Edge Runtime</h2>
      <CodeBlock label="The config of this page" html={edgeConfig} />
      <p>
        The types of Next and <code>next dev</code> also accept <code>&apos;edge&apos;</code>, the
        value in the docs. But <code>next build</code> rejects it for a page, because it is for API
        routes only. The type <code>EdgePage</code> rejects it while you type.
      </p>

      <h2>Limits of this page</h2>
      <ul>
        <li>
          It can&rsquo;t choose cache headers by its result. <code>Cache-Control</code> comes from{' '}
          <code>headers()</code> in <code>next.config</code>, with one rule for the page and another
          for its data. The header is the same when GitHub fails, so the page may be cached only for
          seconds, and never served stale.
        </li>
        <li>
          It can&rsquo;t set a status. It shows a failure of GitHub in a panel, and an error of this
          site would be the 500 page with status 200. Nor can it respond to POST with 405, so this
          site rejects other methods before Next receives the request.
        </li>
        <li>
          It can&rsquo;t use the cache of GitHub responses that the other pages share, because that
          cache needs Node.js. It stores responses in the memory of its isolate, the environment
          that runs it, and each isolate starts with none.
        </li>
      </ul>
      <p>
        Compare the same page <Link href="/learn/runtime/node">on Node.js</Link>.
      </p>
    </>
  )
}
