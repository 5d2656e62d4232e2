import { MessagePage } from '@repo/ui/message-page'
import { Timestamp } from '@repo/ui/timestamp'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Failure } from '#server/failure.ts'
import { PageHead } from './page-head.tsx'
import { RetryLink } from './retry-link.tsx'

type Said = { code: number; title: string; text: ReactNode }

/** A page in place of the one that was asked for: what happened, and when to come back. */
export function FailurePage({ failure }: { failure: Failure }) {
  const { code, title, text } = said(failure)
  return (
    <MessagePage
      code={code}
      title={title}
      actions={
        <>
          <RetryLink /> <Link href="/">Go to the start page</Link>
        </>
      }
    >
      <PageHead title={title} />
      {text}
    </MessagePage>
  )
}

function said(failure: Failure): Said {
  switch (failure.kind) {
    case 'unreachable':
      return {
        code: 503,
        title: 'GitHub cannot be reached',
        text: <p>GitHub gave no usable answer in time. Nothing is wrong with your request.</p>,
      }
    case 'limited':
      return {
        code: 503,
        title: 'GitHub asks us to wait',
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
        title: 'GitHub has blocked this repository',
        text: <p>Access is blocked, for a legal reason or for a breach of GitHub&rsquo;s terms.</p>,
      }
    case 'unauthorized':
      return {
        code: 401,
        title: 'GitHub does not accept the token',
        text: <p>The token that this server sends is wrong, expired or revoked.</p>,
      }
    case 'credential':
      return {
        code: 401,
        title: 'This page needs another token',
        text: <p>{failure.why}. Nothing of this page is for everybody.</p>,
      }
    case 'forbidden':
      return {
        code: 403,
        title: 'GitHub does not allow this',
        text: <p>What was asked for exists, and this server may not see it.</p>,
      }
    case 'refused':
      return {
        code: 400,
        title: 'GitHub does not understand this',
        text: <p>Check the address or the search: GitHub could not make sense of it.</p>,
      }
    case 'method':
      return {
        code: 405,
        title: 'Pages can only be read',
        text: <p>This address answers GET and HEAD, and nothing else.</p>,
      }
  }
}
