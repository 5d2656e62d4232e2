import { CodeBlock } from '@repo/ui/code-block'
import { Count } from '@repo/ui/count'
import { Stat, StatList } from '@repo/ui/stat'
import { repoPath } from '#components/repo/paths.ts'
import { documentationExample, pageExample, typingExamples } from './snippets/first-page.ts'

type FirstPageLessonProps = { fullName: string; stars: number | null }

/** The lesson about a page with the stars of one repository. */
export function FirstPageLesson({ fullName, stars }: FirstPageLessonProps) {
  return (
    <>
      <StatList label="Fetched from GitHub by getServerSideProps">
        <Stat
          label={`Stars of ${fullName}`}
          href={repoPath(fullName)}
          value={stars === null ? 'unknown' : <Count value={stars} />}
        />
      </StatList>

      <h2>The example from the docs</h2>
      <p>
        The server fetches the data when the page is requested, and the number is in the HTML. No
        code of the function reaches the browser.
      </p>
      <CodeBlock label="The example from the docs" html={documentationExample} />

      <h2>Problems of the example</h2>
      <ul>
        <li>
          It ignores the status. If GitHub returns an error, the body is an error message,{' '}
          <code>stargazers_count</code> is undefined, and the visitor gets an empty page with status
          200.
        </li>
        <li>
          It trusts any shape. <code>const repo: Repo = await res.json()</code> checks nothing at
          run time.
        </li>
        <li>
          It forwards the whole object. Props are printed into the HTML, so the whole response
          reaches the browser, shown or not.
        </li>
        <li>It has no timeout: if GitHub never responds, neither does the page.</li>
        <li>It runs for POST and DELETE too: Next calls it for every method.</li>
      </ul>

      <h2>The same function with error handling</h2>
      <p>
        <code>github.getRepo</code> has a deadline, reads the whole body, validates its shape, and
        throws a typed error. It caches the response for a minute, so a second visitor does not wait
        for GitHub. <code>servePage</code> turns that error into the right page and status, and
        rejects other methods. The inner <code>satisfies Props</code> rejects a field that the page
        does not show; the outer one alone would allow it.
      </p>
      <CodeBlock label="The function of this page" html={pageExample} />

      <h2>Two ways to type it</h2>
      <p>
        Both compile. This site uses the first, because the types of the page then follow the
        function.
      </p>
      <CodeBlock label="Two ways to type getServerSideProps" html={typingExamples} />
    </>
  )
}
