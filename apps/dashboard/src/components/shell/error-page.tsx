import { MessagePage } from '@repo/ui/message-page'
import Link from 'next/link'
import { PageHead } from './page-head.tsx'
import { RequestId } from './request-id.tsx'
import { RetryLink } from './retry-link.tsx'

/** The page for an error of this site. It shows no error message and no stack trace. */
export function ErrorPage({ requestId }: { requestId?: string | undefined }) {
  return (
    <MessagePage
      code={500}
      title="Something went wrong"
      actions={
        <>
          <RetryLink />
          <Link href="/">Go home</Link>
        </>
      }
    >
      <PageHead title="Something went wrong" />
      <p>We couldn&rsquo;t load this page. The error was logged.</p>
      <RequestId id={requestId} />
    </MessagePage>
  )
}
