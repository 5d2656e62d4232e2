import { Panel } from '@repo/ui/panel'
import { Timestamp } from '@repo/ui/timestamp'
import type { ViewerAccess } from '#server/access/viewer-access.ts'

/** How the viewer signed in, and when the session ends. */
export function SessionPanel({ session }: { session: ViewerAccess['session'] | null }) {
  return (
    <Panel title="Session">
      {session ? (
        <p>
          You signed in {session.tokenSource === 'github' ? 'with GitHub' : 'with a token'} on{' '}
          <Timestamp date={session.startedAt} format="datetime" />. The session ends on{' '}
          <Timestamp date={session.endsAt} format="datetime" />, and then you sign in again. It is
          stored in an encrypted cookie in this browser only.
        </p>
      ) : (
        <p>This request has an Authorization header, and no session.</p>
      )}
    </Panel>
  )
}
