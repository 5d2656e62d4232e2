import { MessagePage } from '@repo/ui/message-page'
import Head from 'next/head'
import Link from 'next/link'
import { PageHead } from '#components/shell/page-head.tsx'

/** What a probe shows where Next renders it: what matters is in the response's head. */
export function Probe() {
  return (
    <MessagePage
      title="This is the probe’s page"
      actions={<Link href="/learn/runtime/node">Back to the lesson</Link>}
    >
      <PageHead title="Probe" />
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <p>Its status, headers and cookies are what the lesson is about.</p>
    </MessagePage>
  )
}
