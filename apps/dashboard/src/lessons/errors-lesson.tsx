import { Banner } from '@repo/ui/banner'
import { CodeBlock } from '@repo/ui/code-block'
import { DataTable } from '@repo/ui/data-table'
import Link from 'next/link'
import { errorResponses } from './error-responses.ts'
import { headerBeforeThrow } from './snippets/errors.ts'

/** The lesson about the ways in which a page can end. */
export function ErrorsLesson({ outcome }: { outcome: string | null }) {
  return (
    <>
      <OutcomeBanner outcome={outcome} />
      <p>
        Each row links to a page that ends this way. Follow the link, then reload: the first is a
        data request, the second a document.
      </p>
      <DataTable
        label="Responses"
        columns={['What the page does', 'Document', 'Data', 'Client navigation', 'Caching']}
        rows={errorResponses.map((response) => ({
          key: response.path,
          name: (
            <Link href={response.path} prefetch={false}>
              {response.name}
            </Link>
          ),
          cells: [
            response.documentStatus,
            response.dataStatus,
            response.navigation,
            response.caching,
          ],
        }))}
      />

      <h2>Errors always show the 500 page</h2>
      <p>
        Whatever status was set before, a document is a 500 if the function or the component throws.
        A data request renders nothing: if the component throws, its data is a 200, and the error
        occurs in the browser. The message and the stack of an error on the server go only into the
        server&rsquo;s log. In development, an overlay shows both in place of <code>pages/500</code>
        : run <code>pnpm preview</code> to see that page.
      </p>

      <h2>Cache headers on error responses</h2>
      <p>
        Next keeps headers that were set before the error. The code below sets a public header
        first: without a guard, a shared cache would store the error and serve it to everyone.
      </p>
      <CodeBlock label="Pitfall" html={headerBeforeThrow} />
      <p>
        So pages of this site set the header last, after their reads. And <code>servePage</code>{' '}
        checks the headers just before they are sent: every status except 200, 304 and 404 gets{' '}
        <code>private, no-store</code>, whatever the page has set.
      </p>

      <h2>Error pages for visitors</h2>
      <p>
        A failure of GitHub has a page that explains it, and a status that programs understand: 503
        with <code>Retry-After</code> when GitHub isn&rsquo;t responding, 451 when it has disabled a
        repository. Only a 404 or 410 of GitHub becomes a 404: a rate limit or an outage is never
        &ldquo;not found&rdquo;.
      </p>
    </>
  )
}

function OutcomeBanner({ outcome }: { outcome: string | null }) {
  if (outcome === 'redirected') return <Banner tone="info" title="You were redirected here" />
  if (outcome !== 'not-now') return null
  return (
    <Banner tone="warning" title="This page has status 503">
      The content is complete, but the status tells programs and caches to retry later.
    </Banner>
  )
}
