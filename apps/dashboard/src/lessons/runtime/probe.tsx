import { MessagePage } from '@repo/ui/message-page'
import Head from 'next/head'
import Link from 'next/link'
import { PageHead } from '#components/shell/page-head.tsx'

/** The page of a probe. Its status and headers are what the lesson is about. */
export function Probe() {
  return (
    <MessagePage
      title="Runtime probe"
      actions={<Link href="/learn/runtime/node">Back to the lesson</Link>}
    >
      <PageHead title="Runtime probe" />
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <p>Inspect the status, headers and cookies of this response.</p>
    </MessagePage>
  )
}
