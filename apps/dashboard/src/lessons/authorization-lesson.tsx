import { CodeBlock } from '@repo/ui/code-block'
import { DataTable } from '@repo/ui/data-table'
import { AskMe } from './ask-me.tsx'
import type { KeptAnswer } from './kept-answers.ts'

type AuthorizationLessonProps = { answers: readonly KeptAnswer[]; siteUrl: string }

/** The lesson around one personal address, asked with a header and without. */
export function AuthorizationLesson({ answers, siteUrl }: AuthorizationLessonProps) {
  return (
    <>
      <h2>The same address, three ways</h2>
      <p>
        <code>/me</code> is about whoever asks. In <code>getServerSideProps</code> the header is at
        hand, and it is the only place of a page where it is: what is made at build time or in the
        browser knows no request.
      </p>
      <CodeBlock label="Three requests by curl">
        {`# With nothing: a browser is sent to sign in, and comes back.
curl -i ${siteUrl}/me

# With a token: the page of its owner.
curl -i -H "Authorization: Bearer $TOKEN" ${siteUrl}/me

# With something else: 401, and WWW-Authenticate says what is wrong. Never the page of nobody.
curl -i -H "Authorization: Basic abc" ${siteUrl}/me`}
      </CodeBlock>
      <AskMe />

      <h2>What a cache may do with it</h2>
      <p>
        A cache in front of the server sees the same address each time. It must not give an answer
        to a request with an Authorization header to anybody else, unless the answer itself allows
        it: by <code>public</code>, <code>s-maxage</code> or <code>must-revalidate</code> (
        <a href="https://www.rfc-editor.org/rfc/rfc9111#section-3.5">RFC 9111 §3.5</a>). So the very
        words that make a public page fast are those that give a personal one away.
      </p>
      <DataTable
        label="Which answers a shared cache may keep"
        columns={['Cache-Control of the answer', 'Request without the header', 'Request with it']}
        rows={answers.map(({ cacheControl, toHeader, toNobody }) => ({
          key: cacheControl,
          name: <code>{cacheControl}</code>,
          cells: [
            toNobody ? 'may be kept' : 'kept by nobody',
            toHeader ? 'may be kept, for everybody' : 'kept by nobody',
          ],
        }))}
      />
      <p>
        And nginx does not know that rule: with <code>max-age=60</code> it keeps the answer to
        anybody&rsquo;s header for everybody. <code>private, no-store</code> is honoured by every
        cache here.
      </p>

      <h2>What this site does</h2>
      <ul>
        <li>
          One address has one audience. Pages for everybody never look at a credential, so any cache
          may keep them; everything personal is below <code>/me</code> and leaves with{' '}
          <code>private, no-store</code>, as HTML and as data, whatever its status.
        </li>
        <li>
          A header that is wrong is refused. To fall back to nobody, or to the session, would show
          its sender a page that they take for their own.
        </li>
        <li>
          A token is a <code>Secret</code>: it can be sent to GitHub, and nowhere else by accident.
        </li>
      </ul>
    </>
  )
}
