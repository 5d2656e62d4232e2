import { CodeBlock } from '@repo/ui/code-block'
import Link from 'next/link'

const asking = `export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage`

/** What Node.js means for a page. */
export function NodeNotes() {
  return (
    <>
      <h2>Asking for it</h2>
      <CodeBlock label="The config of this page">{asking}</CodeBlock>
      <p>
        Node.js is what a page gets without asking. It is written here all the same, because then a
        type checks it and a command compares it with what the build made. Next reads{' '}
        <code>config</code> from the source and runs nothing to read it: it must be written out in
        the page&rsquo;s own file. A call, an imported name or a re-export is refused or passed over
        in silence, so a package can give a type and never the value.
      </p>
      <p>
        <code>maxDuration</code> is in seconds and is for the host: it ends what takes longer. It is
        longer than the deadline inside, so that the page can still say what went wrong.
      </p>
      <p>
        The same page <Link href="/learn/runtime/edge">on the Edge Runtime</Link>.
      </p>
    </>
  )
}
