import { MessagePage } from '@repo/ui/message-page'
import Link from 'next/link'
import { PageHead } from './page-head.tsx'
import { RetryLink } from './retry-link.tsx'

/** What a visitor sees of an error of this site: no message, no stack. */
export function ErrorPage() {
  return (
    <MessagePage
      code={500}
      title="Something went wrong"
      actions={
        <>
          <RetryLink /> <Link href="/">Go home</Link>
        </>
      }
    >
      <PageHead title="Something went wrong" />
      <p>We couldn&rsquo;t load this page. The error was logged.</p>
    </MessagePage>
  )
}
