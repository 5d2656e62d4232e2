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
      title="Nothing to see at this address"
      actions={
        <>
          <ViewWithMyAccount /> <Link href="/">Go to the start page</Link>
        </>
      }
    >
      <PageHead title="Not found" />
      <Stack>
        <p>
          The page or the repository does not exist, or it is private and GitHub does not show it.
        </p>
        <SearchBox action="/search" name="q" label="Find a repository by name" size="large" />
      </Stack>
    </MessagePage>
  )
}
