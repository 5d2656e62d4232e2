import { Banner } from '@repo/ui/banner'
import { CodeBlock } from '@repo/ui/code-block'
import { DataTable } from '@repo/ui/data-table'
import Link from 'next/link'
import { outcomes } from './outcomes.ts'

/** The lesson around the ways in which a page can end. */
export function ErrorsLesson({ outcome }: { outcome: string | null }) {
  return (
    <>
      <Came outcome={outcome} />
      <p>
        Each row is an address that ends in its way. Open it by the link, then reload it: the first
        is a data request, the second a document.
      </p>
      <DataTable
        label="What arrives"
        columns={['The function or the page', 'Document', 'Data', 'A click ends in', 'Kept by']}
        rows={outcomes.map(({ name, path, document, data, click, kept }) => ({
          key: path,
          name: (
            <Link href={path} prefetch={false}>
              {name}
            </Link>
          ),
          cells: [document, data, click, kept],
        }))}
      />

      <h2>An error is the 500 page, and only that</h2>
      <p>
        Whatever status was set before, an error thrown in the function or while rendering is a 500.
        Its message and its stack stay in the log of the server. In development the overlay shows
        both, in place of <code>pages/500</code>: to see that page, look at what{' '}
        <code>pnpm preview</code> serves.
      </p>

      <h2>The header that outlives the throw</h2>
      <p>
        Next keeps what was set before: the page that throws below sets a public header first, and
        without more a cache in front would keep the error and show it to everybody.
      </p>
      <CodeBlock label="The trap">{trap}</CodeBlock>
      <p>
        So pages here set the header last, once the data is in hand. And <code>servePage</code>{' '}
        guards the moment at which the head is written: every status but 200, 304 and 404 leaves
        with <code>private, no-store</code>, whatever a page has said.
      </p>

      <h2>What the visitor can read</h2>
      <p>
        A failure that is not ours has a page that says what happened, with the status that says the
        same to programs: 503 with <code>Retry-After</code> when GitHub cannot be reached, 451 when
        it has blocked a repository. Only GitHub&rsquo;s own 404 becomes <code>notFound</code>: a
        limit or an outage is never &ldquo;not found&rdquo;.
      </p>
    </>
  )
}

const trap = `res.setHeader('Cache-Control', 'public, s-maxage=10, stale-while-revalidate=59')
const repo = await readFromGitHub() // throws: the 500 leaves with the header above`

function Came({ outcome }: { outcome: string | null }) {
  if (outcome === 'redirected') return <Banner tone="info" title="You were sent here" />
  if (outcome !== 'not-now') return null
  return (
    <Banner tone="warning" title="This page came with status 503">
      It is whole, and says to programs and caches that it is not what it should be.
    </Banner>
  )
}
