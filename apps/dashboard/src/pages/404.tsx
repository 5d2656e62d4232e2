import { Stack } from '@repo/ui/columns'
import { MessagePage } from '@repo/ui/message-page'
import { SearchBox } from '@repo/ui/search-box'
import Link from 'next/link'
import { PageHead } from '#components/shell/page-head.tsx'
import { ViewWithMyAccount } from '#components/shell/view-with-my-account.tsx'

export default function NotFoundPage() {
  return (
    <MessagePage
      code={404}
      title="Page not found"
      actions={
        <>
          <ViewWithMyAccount />
          <Link href="/">Go home</Link>
        </>
      }
    >
      <PageHead title="Page not found" />
      <Stack>
        <p>It doesn&rsquo;t exist, or it&rsquo;s private.</p>
        <SearchBox
          action="/search"
          name="q"
          label="Search repositories or enter owner/name"
          size="large"
        />
      </Stack>
    </MessagePage>
  )
}
