import { CodeBlock } from '@repo/ui/code-block'
import { Count } from '@repo/ui/count'
import { DataTable } from '@repo/ui/data-table'
import { Stat, StatList } from '@repo/ui/stat'
import Link from 'next/link'
import { lessons } from '#tutorial/lessons.ts'
import { fillIn } from './fill-in.ts'
import type { FullResponse } from './measure-response.server.ts'
import type { Outcome } from './serialization.ts'
import { nextData } from './snippets/props-are-public.ts'

type PropsLessonProps = {
  shown: { fullName: string; stars: number | null }
  fullResponse: FullResponse | null
  outcomes: readonly Outcome[]
}

// Fields that GitHub adds to a response for a token, as its documentation names them.
const sensitiveFields = [
  'permissions',
  'temp_clone_token',
  'security_and_analysis',
  'role_name',
] as const

/** The lesson about the props that one page sends to the browser. */
export function PropsLesson({ shown, fullResponse, outcomes }: PropsLessonProps) {
  const data = JSON.stringify(shown)
  return (
    <>
      <StatList label="Size of GitHub’s response, and of this page’s props">
        <Stat
          label="Bytes of GitHub’s response"
          value={fullResponse ? <Count value={fullResponse.bytes} /> : 'unknown'}
          detail={fullResponse && `${fullResponse.fields.length} fields`}
        />
        <Stat
          label="Bytes sent"
          value={<Count value={data.length} />}
          detail={`${Object.keys(shown).length} fields`}
        />
      </StatList>

      <h2>Props in the HTML</h2>
      <p>
        Next prints the props into the HTML, in a script element that contains data, not code. View
        the source of this page and search for <code>__NEXT_DATA__</code>. A client navigation
        fetches the same props as JSON, without any HTML. Both are as public as the page.
      </p>
      <CodeBlock
        label="The part of __NEXT_DATA__ that this page shows"
        html={fillIn(nextData, { FULL_NAME: shown.fullName, STARS: String(shown.stars) })}
      />

      <h2>Sensitive fields</h2>
      <p>
        The example from the docs returns the whole object. For a request with a token, GitHub adds
        the permissions of that token, and for a private repository a token to clone it. No page
        shows these fields, but all of them would be in its source:
      </p>
      <ul>
        {sensitiveFields.map((field) => (
          <li key={field}>
            <code>{field}</code>
            {fullResponse?.fields.includes(field) && <span> (in the response to this server)</span>}
          </li>
        ))}
      </ul>
      <p>
        So a read returns a validated object, which contains only fields that pages show, and a page
        picks from it. A token itself is a <code>Secret</code>, which{' '}
        <Link href={lessons.secret.path}>causes an error in the props</Link>.
      </p>

      <h2>Values JSON can&rsquo;t represent</h2>
      <p>
        Next validates the props in development, but not in production: a value that is an error on
        your machine silently becomes a different value there.
      </p>
      <DataTable
        label="Values JSON can’t represent"
        columns={['Value', 'In development', 'In production', 'Pass this instead']}
        rows={outcomes.map(({ value, development, production, alternative }) => ({
          key: value,
          name: <code>{value}</code>,
          cells: [development, <code key="production">{production}</code>, alternative],
        }))}
      />
    </>
  )
}
