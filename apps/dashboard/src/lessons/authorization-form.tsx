import { Button } from '@repo/ui/button'
import { Stack } from '@repo/ui/columns'
import { Row, Rows } from '@repo/ui/list-rows'
import { TextField } from '@repo/ui/text-field'
import { useState } from 'react'
import { useFrame } from '#components/shell/frame-context.tsx'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import styles from './lesson.module.css'

type MeResponse = { status: number; path: string; cacheControl: string; challenge: string }

/** Requests `/me` from the browser with the Authorization header that the visitor enters. */
export function AuthorizationForm() {
  const isSample = useFrame()?.source === 'sample'
  const [response, setResponse] = useState<MeResponse>()
  const hasScripts = useHasScripts()
  if (!hasScripts) return <div className={styles.form} />

  return (
    <form
      className={styles.form}
      onSubmit={async (event) => {
        event.preventDefault()
        const header = new FormData(event.currentTarget).get('authorization')
        setResponse(await requestMe(String(header ?? '').trim()))
      }}
    >
      <Stack>
        <TextField
          name="authorization"
          label="Authorization"
          value={isSample ? 'Bearer sample-token-ann' : ''}
          hint="The header to send; leave it empty to send none. No cookie is sent."
        />
        <p>
          <Button>Request /me</Button>
        </p>
        {/* Screen readers announce a change only in a live region that exists before it. */}
        <div role="status">{response && <ResponseRows response={response} />}</div>
      </Stack>
    </form>
  )
}

function ResponseRows({ response }: { response: MeResponse }) {
  const { status, path, cacheControl, challenge } = response
  return (
    <Rows>
      <Row main="Status" end={status} />
      <Row main="Final URL" end={<code>{path}</code>} />
      <Row main="Cache-Control" end={<code>{cacheControl}</code>} />
      {challenge && <Row main="WWW-Authenticate" end={<code>{challenge}</code>} />}
    </Rows>
  )
}

async function requestMe(authorization: string): Promise<MeResponse> {
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
