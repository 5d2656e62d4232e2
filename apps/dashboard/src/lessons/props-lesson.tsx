import { CodeBlock } from '@repo/ui/code-block'
import { Count } from '@repo/ui/count'
import { DataTable } from '@repo/ui/data-table'
import { Stat, StatList } from '@repo/ui/stat'
import Link from 'next/link'
import { lessons } from './lessons.ts'
import type { Fate } from './serialized.ts'
import type { WholeObject } from './whole-object.server.ts'

type PropsLessonProps = {
  shown: { fullName: string; stars: number | null }
  whole: WholeObject | null
  values: readonly Fate[]
}

// What an answer to a token holds besides, by the names that GitHub documents.
const telling = ['permissions', 'temp_clone_token', 'security_and_analysis', 'role_name']

/** The lesson around what one page hands to the browser. */
export function PropsLesson({ shown, whole, values }: PropsLessonProps) {
  const data = JSON.stringify(shown)
  return (
    <>
      <StatList label="What GitHub sent, and what this page hands over">
        <Stat
          label="Bytes of GitHub’s whole object"
          value={whole ? <Count value={whole.bytes} /> : 'unknown'}
          detail={whole && `${whole.fields.length} fields`}
        />
        <Stat
          label="Bytes that are shown"
          value={<Count value={data.length} />}
          detail={`${Object.keys(shown).length} fields`}
        />
      </StatList>

      <h2>Where they are</h2>
      <p>
        Next prints the props into the page, in a script element that is data and not code. View the
        source of this page and look for <code>__NEXT_DATA__</code>. On a click on a link it fetches
        the same as JSON, without any HTML. Both are as public as the page.
      </p>
      <CodeBlock label="The part of __NEXT_DATA__ that is shown here">
        {`<script id="__NEXT_DATA__" type="application/json">
  {"props":{"pageProps":{"shown":${data}, …`}
      </CodeBlock>

      <h2>What would have leaked</h2>
      <p>
        The documentation&rsquo;s example hands over the whole object. Asked with a token, GitHub
        adds what that token may do, and for a private repository a token to clone it. None of these
        is shown on any page, and all of them would be in its source:
      </p>
      <ul>
        {telling.map((field) => (
          <li key={field}>
            <code>{field}</code>
            {whole?.fields.includes(field) && ' (in the answer that this server got just now)'}
          </li>
        ))}
      </ul>
      <p>
        So a read gives a checked object under names of our own, with the fields that pages show,
        and a page picks from it. A token itself is a <code>Secret</code>, which{' '}
        <Link href={lessons.secret.path}>becomes an error when it is handed over</Link>.
      </p>

      <h2>What JSON does not know</h2>
      <p>
        Next checks the props in development, and does not in production: what was an error on your
        machine is silently something else on the server.
      </p>
      <DataTable
        label="What becomes of values that JSON does not know"
        columns={['Value', 'In development', 'In production', 'Hand over instead']}
        rows={values.map(({ value, development, production, instead }) => ({
          key: value,
          name: <code>{value}</code>,
          cells: [development, <code key="production">{production}</code>, instead],
        }))}
      />
    </>
  )
}
