import { MessagePage } from '@repo/ui/message-page'
import Link from 'next/link'
import { PageHead } from './page-head.tsx'
import { RetryLink } from './retry-link.tsx'

/** What a visitor sees of an error that is ours: no message, no stack. */
export function ErrorPage() {
  return (
    <MessagePage
      code={500}
      title="Something went wrong here"
      actions={
        <>
          <RetryLink /> <Link href="/">Go to the start page</Link>
        </>
      }
    >
      <PageHead title="Something went wrong" />
      <p>This server could not make the page. It is not your fault, and it has been logged.</p>
    </MessagePage>
  )
}
