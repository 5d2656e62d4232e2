import { MessagePage } from '@repo/ui/message-page'
import { Timestamp } from '@repo/ui/timestamp'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Failure } from '#server/failure.ts'
import { PageHead } from './page-head.tsx'
import { RetryLink } from './retry-link.tsx'

type FailureText = { code: number; title: string; text: ReactNode }

/** Shown in place of the requested page: what happened, and what to do. */
export function FailurePage({ failure }: { failure: Failure }) {
  const { code, title, text } = textOf(failure)
  return (
    <MessagePage
      code={code}
      title={title}
      actions={
        <>
          <RetryLink /> <Link href="/">Go home</Link>
        </>
      }
    >
      <PageHead title={title} />
      {text}
    </MessagePage>
  )
}

function textOf(failure: Failure): FailureText {
  switch (failure.kind) {
    case 'unreachable':
      return {
        code: 503,
        title: 'GitHub isn’t responding',
        text: <p>We couldn&rsquo;t load this from GitHub. Try again in a moment.</p>,
      }
    case 'limited':
      return {
        code: 503,
        title: 'Rate limit reached',
        text: (
          <p>
            {failure.resource === 'search'
              ? 'GitHub answers few searches a minute, and they are used up. Repositories open all the same.'
              : 'The number of requests that GitHub answers in an hour is used up.'}{' '}
            It goes on at <Timestamp date={failure.until} format="time" />.
          </p>
        ),
      }
    case 'blocked':
      return {
        code: 451,
        title: 'Repository unavailable',
        text: <p>GitHub disabled it for legal reasons or a terms violation.</p>,
      }
    case 'unauthorized':
      return {
        code: 401,
        title: 'Server token rejected',
        text: <p>The site&rsquo;s GitHub token is invalid or expired.</p>,
      }
    case 'credential':
      return {
        code: 401,
        title: 'Authentication failed',
        text: <p>{failure.why}. Nothing of this page is for everybody.</p>,
      }
    case 'forbidden':
      return {
        code: 403,
        title: 'Access denied',
        text: <p>It exists, but this site has no permission to read it.</p>,
      }
    case 'refused':
      return {
        code: 400,
        title: 'Invalid search',
        text: <p>Check the address or the query syntax.</p>,
      }
    case 'method':
      return {
        code: 405,
        title: 'Method not allowed',
        text: <p>Only GET and HEAD are supported.</p>,
      }
  }
}
