import { CodeBlock } from '@repo/ui/code-block'
import { Count } from '@repo/ui/count'
import { DataTable } from '@repo/ui/data-table'
import { Stat, StatList } from '@repo/ui/stat'
import type { ContextProperty } from './context-properties.ts'
import { directRead } from './snippets/on-the-server.ts'
import { usePageScripts } from './use-page-scripts.ts'

type ServerLessonProps = {
  stars: number | null
  /** `typeof window` in getServerSideProps. */
  windowType: string
  contextProperties: ContextProperty[]
  /** Strings that only the code of getServerSideProps contains. */
  serverStrings: string[]
  /** The export that the build puts in the place of getServerSideProps. */
  flag: string
}

/** The lesson about code that never reaches the browser, which searches the page's own scripts. */
export function ServerLesson(props: ServerLessonProps) {
  const { stars, windowType, contextProperties, serverStrings, flag } = props
  return (
    <>
      <StatList label="In getServerSideProps">
        <Stat
          label="Stars of the example"
          value={stars === null ? 'unknown' : <Count value={stars} />}
        />
        <Stat label="typeof window" value={windowType} />
      </StatList>

      <h2>The context object</h2>
      <p>
        Next passes one object to the function. Properties that don&rsquo;t apply are absent, not{' '}
        <code>false</code>: a page without dynamic segments has no <code>params</code>, and without
        the draft mode cookie there is no <code>draftMode</code>. Locales are defined only if{' '}
        <code>next.config</code> has <code>i18n</code>.
      </p>
      <DataTable
        label="The context object"
        columns={['Property', 'Value']}
        rows={contextProperties.map(({ name, value }) => ({
          key: name,
          name: <code>{name}</code>,
          cells: [value],
        }))}
      />

      <h2>The client bundle</h2>
      <p>
        The build removes <code>getServerSideProps</code> from the client bundle, with every import
        that only the function uses. It leaves one flag, <code>{flag}</code>, so that the router
        requests props from the server on a navigation.
      </p>
      <ScriptSearch strings={[...serverStrings, flag]} />

      <h2>No API route needed</h2>
      <p>
        The function runs on the server, so it calls the read directly. Fetching an API route of the
        same site would add a network request, cookies to forward, and a second place that must
        authorize the visitor.
      </p>
      <CodeBlock label="The read of this page" html={directRead} />
      <p>
        The same holds for a client navigation: the browser requests the props of the page from this
        server, and only this server sends requests to GitHub. So the token never leaves the server.
      </p>
    </>
  )
}

function ScriptSearch({ strings }: { strings: string[] }) {
  const scripts = usePageScripts('/learn/on-the-server')
  if (scripts === undefined) {
    return <p>With JavaScript, this page searches its own scripts and shows the occurrences.</p>
  }
  if (scripts === 'not-found') {
    return (
      <p>
        The scripts of this page were not found, because <code>next dev</code> names them
        differently. Run <code>pnpm preview</code> to see the result.
      </p>
    )
  }
  return (
    <>
      <p>
        Searched: {scripts.names.join(', ')}, <Count value={scripts.code.length} /> characters.
      </p>
      <DataTable
        label="Strings in the scripts of this page"
        columns={['String', 'Occurrences']}
        rows={strings.map((string) => ({
          key: string,
          name: <code>{string}</code>,
          cells: [scripts.code.split(string).length - 1],
        }))}
      />
    </>
  )
}
