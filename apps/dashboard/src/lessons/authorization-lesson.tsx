import { CodeBlock } from '@repo/ui/code-block'
import { DataTable } from '@repo/ui/data-table'
import { AuthorizationForm } from './authorization-form.tsx'
import type { Cacheability } from './cacheability.ts'
import { fillIn } from './fill-in.ts'
import { requestsByCurl } from './snippets/authorization.ts'

type AuthorizationLessonProps = { cacheability: readonly Cacheability[]; siteUrl: string }

/** The lesson about a private URL, requested with an Authorization header and without. */
export function AuthorizationLesson({ cacheability, siteUrl }: AuthorizationLessonProps) {
  return (
    <>
      <h2>The same URL, three ways</h2>
      <p>
        <code>/me</code> shows the viewer&rsquo;s own data. <code>getServerSideProps</code> is the
        only part of a page that can read the header: code that runs at build time or in the browser
        has no request.
      </p>
      <CodeBlock
        label="Three requests by curl"
        html={fillIn(requestsByCurl, { SITE_URL: siteUrl })}
      />
      <AuthorizationForm />

      <h2>Caching with an Authorization header</h2>
      <p>
        A shared cache sees the same URL each time. It must not reuse the response to a request with
        an Authorization header, unless the response allows it with <code>public</code>,{' '}
        <code>s-maxage</code> or <code>must-revalidate</code> (
        <a href="https://www.rfc-editor.org/rfc/rfc9111#section-3.5">RFC 9111 §3.5</a>). So the
        directives that make a public page fast would leak a private one.
      </p>
      <DataTable
        label="Responses that a shared cache may store"
        columns={['Cache-Control', 'Without Authorization', 'With Authorization']}
        rows={cacheability.map(({ cacheControl, withAuthorization, withoutAuthorization }) => ({
          key: cacheControl,
          name: <code>{cacheControl}</code>,
          cells: [
            withoutAuthorization ? 'cacheable' : 'not cacheable',
            withAuthorization ? 'cacheable and shared' : 'not cacheable',
          ],
        }))}
      />
      <p>
        nginx does not implement that rule: with <code>max-age=60</code> it stores the response to
        an authorized request and serves it to everyone. Every cache here honors{' '}
        <code>private, no-store</code>.
      </p>

      <h2>Rules of this site</h2>
      <ul>
        <li>
          Each URL is either public or private. Public pages never read credentials, so any cache
          may store them. Private pages are below <code>/me</code> and have{' '}
          <code>private, no-store</code>, as HTML and as data, whatever their status.
        </li>
        <li>
          An invalid header is rejected. If the server fell back to the anonymous page or to the
          session, the visitor would mistake that page for their own.
        </li>
        <li>
          A token is a <code>Secret</code>: it can be sent to GitHub, and cannot leak anywhere else
          by accident.
        </li>
      </ul>
    </>
  )
}
