import { MessagePage } from '@repo/ui/message-page'
import { Timestamp } from '@repo/ui/timestamp'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { addSearchParams } from '#components/list-query.ts'
import { restrictionTexts } from '#components/restriction-texts.ts'
import type { Failure, FailureProps } from '#server/failure.ts'
import { PageHead } from './page-head.tsx'
import { RequestId } from './request-id.tsx'
import { RetryLink } from './retry-link.tsx'
import { ViewWithMyAccount } from './view-with-my-account.tsx'

type FailureText = { title: string; text: string }

const failureTexts = {
  'method-not-allowed': {
    title: 'Method not allowed',
    text: 'Only GET and HEAD are supported.',
  },
  'invalid-request': {
    title: 'Invalid search',
    text: 'Check the URL or the query syntax.',
  },
  'invalid-credentials': {
    title: 'Authentication failed',
    text: 'This page is private.',
  },
  unauthorized: {
    title: 'Server token rejected',
    text: 'The site’s GitHub token is invalid or expired.',
  },
  forbidden: {
    title: 'Access denied',
    text: 'It exists, but this site has no permission to read it.',
  },
  'not-found': {
    title: 'Repository not found',
    text: 'It doesn’t exist, or it’s private.',
  },
  blocked: {
    title: 'Repository unavailable',
    text: 'GitHub disabled it for legal reasons or a terms violation.',
  },
  unreachable: {
    title: 'GitHub isn’t responding',
    text: 'We couldn’t load this from GitHub. Try again in a moment.',
  },
  computing: {
    title: 'GitHub is computing this data',
    text: 'GitHub hasn’t computed the data of this page yet. Try again in a moment.',
  },
  overloaded: {
    title: 'This site is busy',
    text: 'Too many pages are loading from GitHub right now. Try again in a moment.',
  },
  'too-large': {
    title: 'GitHub’s response is too large',
    text: 'GitHub sent more data than this site can load.',
  },
  malformed: {
    title: 'Unreadable response from GitHub',
    text: 'GitHub sent data that this site could not read. Try again in a moment.',
  },
  'too-many-requests': {
    title: 'Too many requests',
    text: 'This site limits how many requests each network can make to GitHub, and yours has reached the limit.',
  },
  'rate-limited': {
    title: 'Rate limit reached',
    text: 'This site has used its hourly GitHub quota.',
  },
} as const satisfies Record<Failure['kind'], FailureText>

/** Shown in place of the requested page: what happened, and what to do. */
export function FailurePage({ failure }: { failure: FailureProps }) {
  const { title, text } = failureTexts[failure.kind]
  return (
    <MessagePage
      code={failure.status}
      title={title}
      actions={
        failure.kind === 'not-found' ? (
          <RepoAlternatives fullName={failure.fullName} />
        ) : (
          <>
            {failure.kind !== 'blocked' && <RetryLink />}
            <Link href="/">Go home</Link>
          </>
        )
      }
    >
      <PageHead title={title} />
      <p>{describeFailure(failure) ?? text}</p>
      <RequestId id={failure.requestId} />
    </MessagePage>
  )
}

/** Links for a repository that is not found. */
function RepoAlternatives({ fullName }: { fullName: string }) {
  const [owner = ''] = fullName.split('/')
  return (
    <>
      <Link href={addSearchParams('/search', { q: fullName, type: 'repositories' })}>
        Search for “{fullName}”
      </Link>
      <Link href={`/owners/${encodeURIComponent(owner)}`}>Repositories of {owner}</Link>
      <ViewWithMyAccount />
    </>
  )
}

/** Returns the text of a failure that depends on its data. */
function describeFailure(failure: Failure): ReactNode {
  switch (failure.kind) {
    case 'invalid-credentials':
      return `${failure.message}. ${failureTexts[failure.kind].text}`
    case 'forbidden':
      if (failure.restriction === undefined) return undefined
      return failure.ssoUrl === undefined ? (
        restrictionTexts[failure.restriction]
      ) : (
        <span>
          {restrictionTexts[failure.restriction]}{' '}
          <a href={failure.ssoUrl}>Authorize this token at GitHub</a>, then try again in a minute.
        </span>
      )
    case 'not-found':
      return (
        <span>
          {failureTexts[failure.kind].text} Check the spelling of{' '}
          <strong>{failure.fullName}</strong>.
        </span>
      )
    case 'too-many-requests':
      return (
        <span>
          {failureTexts[failure.kind].text} Try again after{' '}
          <Timestamp date={failure.until} format="time" />. Visitors who are signed in use their own
          quota.
        </span>
      )
    case 'rate-limited':
      if (failure.resource === 'search') {
        return (
          <span>
            The search limit is reached until <Timestamp date={failure.until} format="time" />. You
            can still open repositories directly.
          </span>
        )
      }
      return failure.isViewers ? (
        <span>
          Your GitHub account has used its hourly quota. Try again after{' '}
          <Timestamp date={failure.until} format="time" />.
        </span>
      ) : (
        <span>
          {failureTexts[failure.kind].text} Try again after{' '}
          <Timestamp date={failure.until} format="time" />, or sign in to use your own quota.
        </span>
      )
    default:
      return undefined
  }
}
