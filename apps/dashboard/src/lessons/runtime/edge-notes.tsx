import { Banner } from '@repo/ui/banner'
import { CodeBlock } from '@repo/ui/code-block'
import Link from 'next/link'

const asking = `export const config = { runtime: 'experimental-edge' } satisfies EdgePage`

/** What the Edge Runtime means for a page, and what to do instead. */
export function EdgeNotes() {
  return (
    <>
      <Banner tone="warning" title="The Edge Runtime is deprecated">
        Since Next 16.3. Remove the export, and the page runs on Node.js, where its status and its
        headers arrive. To be near the visitor, keep pages in a shared cache, and let the server run
        near the data.
      </Banner>

      <h2>Asking for it</h2>
      <CodeBlock label="The config of this page">{asking}</CodeBlock>
      <p>
        The documentation&rsquo;s <code>&apos;edge&apos;</code> passes the types of Next and{' '}
        <code>next dev</code>, and <code>next build</code> refuses it on a page: there it is for API
        routes. <code>EdgePage</code> does not let it pass.
      </p>

      <h2>What this page does without</h2>
      <ul>
        <li>
          Cache headers that know the answer. <code>Cache-Control</code> comes from{' '}
          <code>headers()</code> in <code>next.config</code>, for the page and, as a rule of its
          own, for its data. It is the same when GitHub has failed: so the page may be kept for
          seconds only, and never served old.
        </li>
        <li>
          A status that says what happened. A failure of GitHub&rsquo;s is a part of the page, an
          error of ours would be the 500 page with a 200, and POST gets the page too.
        </li>
        <li>
          The store of answers, which needs Node.js. What a shared cache does not hold is asked of
          GitHub each time.
        </li>
      </ul>
      <p>
        The same page <Link href="/learn/runtime/node">on Node.js</Link>, by the same reads.
      </p>
    </>
  )
}
