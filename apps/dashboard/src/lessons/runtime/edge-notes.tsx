import { Banner } from '@repo/ui/banner'
import { CodeBlock } from '@repo/ui/code-block'
import Link from 'next/link'
import { edgeConfig } from '../snippets/edge-runtime.ts'

/** What the Edge Runtime means for a page, and what to use instead. */
export function EdgeNotes() {
  return (
    <>
      <Banner tone="warning" title="The Edge Runtime is deprecated">
        Deprecated since Next 16.3. Remove the export, and the page runs on Node.js, which sends its
        status and its headers. To be close to visitors, cache pages in a CDN, and run the server
        close to the data.
      </Banner>

      <h2>Selecting the Edge Runtime</h2>
      <CodeBlock label="The config of this page" html={edgeConfig} />
      <p>
        The types of Next and <code>next dev</code> accept <code>&apos;edge&apos;</code>, as in the
        docs, but <code>next build</code> rejects it on a page: it is for API routes only.{' '}
        <code>EdgePage</code> rejects it too.
      </p>

      <h2>Limits of this page</h2>
      <ul>
        <li>
          It can&rsquo;t set cache headers by its result. <code>Cache-Control</code> comes from{' '}
          <code>headers()</code> in <code>next.config</code>, with one rule for the page and another
          for its data. It is the same when GitHub fails, so the page may be cached only for
          seconds, and never served stale.
        </li>
        <li>
          It can&rsquo;t set a status. A GitHub failure is shown in a panel, and an error of this
          site would be the 500 page with status 200. It would render for POST too, so this site
          rejects other methods before Next receives them.
        </li>
        <li>
          It can&rsquo;t use the cache of GitHub responses that the other pages share, which needs
          Node.js. It stores them in a map of its isolate, and each isolate starts with none.
        </li>
      </ul>
      <p>
        The same page <Link href="/learn/runtime/node">on Node.js</Link>, with the same reads.
      </p>
    </>
  )
}
