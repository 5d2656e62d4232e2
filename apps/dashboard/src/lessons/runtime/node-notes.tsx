import { CodeBlock } from '@repo/ui/code-block'
import Link from 'next/link'
import { nodeConfig } from '../snippets/node-runtime.ts'

/** What Node.js means for a page. */
export function NodeNotes() {
  return (
    <>
      <h2>Selecting Node.js</h2>
      <CodeBlock label="The config of this page" html={nodeConfig} />
      <p>
        Node.js is the default. This page declares it anyway, so that the compiler checks the value,
        and a command can compare it with the build. Next reads <code>config</code> from the source
        without running it, so it must be a literal in the page&rsquo;s own file. Next rejects or
        silently ignores a call, an import or a re-export. So a package can provide the type, but
        not the value.
      </p>
      <p>
        <code>maxDuration</code> is the number of seconds after which the host stops the function.
        It is longer than the deadline inside the function, so that the page can still report a
        failure.
      </p>
      <p>
        Compare the same page <Link href="/learn/runtime/edge">on the Edge Runtime</Link>.
      </p>
    </>
  )
}
