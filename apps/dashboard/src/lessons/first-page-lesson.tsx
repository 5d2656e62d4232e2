import { CodeBlock } from '@repo/ui/code-block'
import { Count } from '@repo/ui/count'
import { Stat, StatList } from '@repo/ui/stat'
import { repoPath } from '#components/repo/paths.ts'
import { documentationExample, ourExample, typings } from './first-page-code.ts'

type FirstPageLessonProps = { fullName: string; stars: number | null }

/** The lesson around the stars of one repository. */
export function FirstPageLesson({ fullName, stars }: FirstPageLessonProps) {
  return (
    <>
      <StatList label="Read from GitHub by the function">
        <Stat
          label={`Stars of ${fullName}`}
          href={repoPath(fullName)}
          value={stars === null ? 'unknown' : <Count value={stars} />}
        />
      </StatList>

      <h2>The documentation&rsquo;s example</h2>
      <p>
        The server asks GitHub when the page is asked for, and the number is in the HTML. Nothing of
        the function reaches the browser.
      </p>
      <CodeBlock label="The documentation's example">{documentationExample}</CodeBlock>

      <h2>What it leaves out</h2>
      <ul>
        <li>
          It never looks at the status. When GitHub refuses or fails, the body is an error message,{' '}
          <code>stargazers_count</code> is undefined, and the visitor gets an empty page with status
          200.
        </li>
        <li>
          It trusts the type. <code>const repo: Repo = await res.json()</code> checks nothing: the
          type is a promise that nobody keeps.
        </li>
        <li>
          It sends the whole object. Props are printed into the HTML, so all that GitHub said
          reaches the browser, shown or not.
        </li>
        <li>It waits without an end. A GitHub that never answers is a page that never answers.</li>
        <li>It runs for POST and DELETE too: Next calls it for every method.</li>
      </ul>

      <h2>The same, made safe</h2>
      <p>
        <code>github.repo</code> has a deadline, reads the whole body, checks its shape, and throws
        an error with a name. It remembers the answer for a minute, so that a second visitor need
        not wait for GitHub. <code>servePage</code> turns that error into the right page and status,
        and refuses other methods. The inner <code>satisfies Props</code> refuses a field that the
        page does not show; the outer one alone would let it pass.
      </p>
      <CodeBlock label="The function of this page">{ourExample}</CodeBlock>

      <h2>Typed both ways</h2>
      <p>Both compile. This site uses the first, because the page then follows the function.</p>
      <CodeBlock label="Two ways to type getServerSideProps">{typings}</CodeBlock>
    </>
  )
}
