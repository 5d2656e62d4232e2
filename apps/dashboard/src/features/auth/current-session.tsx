import { Button } from '@repo/ui/button'
import { Stack } from '@repo/ui/columns'
import { Panel } from '@repo/ui/panel'
import Link from 'next/link'

/** Who is signed in, with links to their pages and a button to sign out. */
export function CurrentSession({ login }: { login: string }) {
  return (
    <Panel title="You’re signed in">
      <Stack>
        <p>
          Signed in as <strong>{login}</strong>. Go to your <Link href="/me/inbox">inbox</Link> or{' '}
          <Link href="/me">repositories</Link>, or sign in below with another account or token.
        </p>
        <form action="/api/auth/sign-out" method="post">
          <Button>Sign out</Button>
        </form>
      </Stack>
    </Panel>
  )
}
