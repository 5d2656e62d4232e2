'use client'

import { VisitorTime } from '@repo/ui/visitor-time'
import { AppShell } from '#components/shell/app-shell.tsx'
import { ErrorBoundary } from '#components/shell/error-boundary.tsx'
import { FrameProvider } from '#components/shell/frame-context.tsx'
import { InspectButton } from '#devtools/inspect-button.tsx'
import { RepoOverview } from '#features/overview/repo-overview.tsx'

/** The overview in its frame, as the dashboard's `_app` renders it. */
export function OverviewPage({ frame, overview, path }) {
  return (
    <FrameProvider value={frame}>
      <VisitorTime>
        <AppShell inspector={<InspectButton />}>
          <ErrorBoundary url={path}>
            <RepoOverview {...overview} />
          </ErrorBoundary>
        </AppShell>
      </VisitorTime>
    </FrameProvider>
  )
}
