import { CodeBlock } from '@repo/ui/code-block'
import { Count } from '@repo/ui/count'
import { DataTable } from '@repo/ui/data-table'
import { Stat, StatList } from '@repo/ui/stat'
import type { Given } from './given.ts'
import { usePageScripts } from './use-page-scripts.ts'

type ServerLessonProps = {
  stars: number | null
  /** What `typeof window` was in the function. */
  sawWindow: string
  given: Given[]
  /** What the function's code says, and nothing else of the page. */
  words: string[]
  /** What the build leaves in the function's place. */
  flag: string
}

/** The lesson around the scripts that its own page brings. */
export function ServerLesson({ stars, sawWindow, given, words, flag }: ServerLessonProps) {
  return (
    <>
      <StatList label="Seen by the function">
        <Stat
          label="Stars of the example"
          value={stars === null ? 'unknown' : <Count value={stars} />}
        />
        <Stat label="typeof window" value={sawWindow} />
      </StatList>

      <h2>What it is given</h2>
      <p>
        Next gives the function one object. What does not hold for a request is absent, not{' '}
        <code>false</code>: a page without parameters in its path has no <code>params</code>, and
        without the cookie of draft mode there is no <code>draftMode</code>. Locales are only known
        where <code>next.config</code> has <code>i18n</code>.
      </p>
      <DataTable
        label="What the function was given"
        columns={['Property', 'Value']}
        rows={given.map(({ name, value }) => ({
          key: name,
          name: <code>{name}</code>,
          cells: [value],
        }))}
      />

      <h2>What is left in the browser</h2>
      <p>
        The build takes <code>getServerSideProps</code> out of the page for the browser, and each
        import that only the function used. What it leaves is a flag, <code>{flag}</code>: by it the
        router knows that a click must ask the server for props.
      </p>
      <ScriptsSearched words={[...words, flag]} />

      <h2>No API route in between</h2>
      <p>
        The function runs on the server, so it calls the read itself. To fetch an address of its own
        site would be one more request over the network, one more place that must check who asks,
        and cookies that have to be handed on.
      </p>
      <CodeBlock label="The read of this page">
        const &#123; data &#125; = await github.getRepo(owner, repo)
      </CodeBlock>
      <p>
        The same on a click on a link: the browser asks this server for the props of the page, and
        only this server asks GitHub. So the token of the server stays where it is.
      </p>
    </>
  )
}

function ScriptsSearched({ words }: { words: string[] }) {
  const scripts = usePageScripts('/learn/on-the-server')
  if (scripts === undefined) {
    return <p>With JavaScript, this page looks into its own scripts and says what it finds.</p>
  }
  if (scripts === 'none') {
    return (
      <p>
        The scripts of this page are not found: <code>next dev</code> names them in another way. See
        it in what <code>pnpm preview</code> serves.
      </p>
    )
  }
  return (
    <>
      <p>
        Looked at just now: {scripts.names.join(', ')}, <Count value={scripts.code.length} />{' '}
        characters.
      </p>
      <DataTable
        label="Words in the scripts of this page"
        columns={['Words', 'Found']}
        rows={words.map((word) => ({
          key: word,
          name: <code>{word}</code>,
          cells: [times(scripts.code.split(word).length - 1)],
        }))}
      />
    </>
  )
}

function times(count: number): string {
  return count === 0 ? 'nowhere' : `${count} ${count === 1 ? 'time' : 'times'}`
}
