import '@repo/ui/global.css'
import { VisitorTime } from '@repo/ui/visitor-time'
import type { AppProps } from 'next/app'
import { useRouter } from 'next/router'
import { lazy, Suspense } from 'react'
import { AppShell } from '#components/shell/app-shell.tsx'
import { ErrorBoundary } from '#components/shell/error-boundary.tsx'
import { FrameProvider } from '#components/shell/frame-context.tsx'
import { InspectButton } from '#devtools/inspect-button.tsx'
import { Shortcuts } from '#features/palette/shortcuts.tsx'
import type { FailureProps } from '#server/failure.ts'
import type { Frame } from '#server/frame.ts'

// Loaded only by pages that failed. The server's HTML has it: React moves only a boundary of a page
// over 12.8 kB to the end, with an inline script that the Content-Security-Policy blocks.
const FailurePage = lazy(() =>
  import('#components/shell/failure-page.tsx').then((module) => ({ default: module.FailurePage })),
)

// What servePage adds to a page's own props; a static page has neither.
type Served = { frame?: Frame; failure?: FailureProps }

export default function App({ Component, pageProps }: AppProps<Served>) {
  const { asPath } = useRouter()
  // A change of the path resets the page's state; a change of the search or the fragment keeps it.
  const [path] = asPath.split(/[?#]/)
  const { frame, failure, ...props } = pageProps

  return (
    <FrameProvider value={frame}>
      <VisitorTime>
        <AppShell hasFailed={failure !== undefined} inspector={<InspectButton />}>
          <ErrorBoundary url={asPath}>
            {failure ? (
              <Suspense>
                <FailurePage failure={failure} />
              </Suspense>
            ) : (
              <Component key={path} {...props} />
            )}
          </ErrorBoundary>
        </AppShell>
        <Shortcuts />
      </VisitorTime>
    </FrameProvider>
  )
}
