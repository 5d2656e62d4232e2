import { Button } from '@repo/ui/button'
import { Stack } from '@repo/ui/columns'
import { Row, Rows } from '@repo/ui/list-rows'
import { TextField } from '@repo/ui/text-field'
import { useState } from 'react'
import { useFrame } from '#components/shell/frame-context.tsx'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'

type Answer = { status: number; path: string; cacheControl: string; challenge: string }

/** Asks for the personal page from the browser, with the header that the reader writes. */
export function AskMe() {
  const isSample = useFrame()?.source === 'sample'
  const [answer, setAnswer] = useState<Answer>()
  // Without a script there is nothing to press.
  if (!useHasScripts()) return null

  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        const header = new FormData(event.currentTarget).get('authorization')
        setAnswer(await ask(String(header ?? '').trim()))
      }}
    >
      <Stack>
        <TextField
          name="authorization"
          label="Authorization"
          value={isSample ? 'Bearer sample-token-ann' : ''}
          hint="The header that your browser sends with it; empty for none. No cookie is sent."
        />
        <p>
          <Button>Ask for /me</Button>
        </p>
        {/* Read out when its text comes: for that it is there before. */}
        <div role="status">{answer && <AnswerRows answer={answer} />}</div>
      </Stack>
    </form>
  )
}

function AnswerRows({ answer: { status, path, cacheControl, challenge } }: { answer: Answer }) {
  return (
    <Rows>
      <Row main="Status" end={status} />
      <Row main="Address in the end" end={<code>{path}</code>} />
      <Row main="Cache-Control" end={<code>{cacheControl}</code>} />
      {challenge && <Row main="WWW-Authenticate" end={<code>{challenge}</code>} />}
    </Rows>
  )
}

async function ask(authorization: string): Promise<Answer> {
  const headers: HeadersInit = authorization ? { authorization } : {}
  const response = await fetch('/me', { headers, credentials: 'omit', cache: 'no-store' })
  const { pathname, search } = new URL(response.url)
  return {
    status: response.status,
    path: pathname + search,
    cacheControl: response.headers.get('cache-control') ?? '',
    challenge: response.headers.get('www-authenticate') ?? '',
  }
}
