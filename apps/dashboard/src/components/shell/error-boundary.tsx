import { Component, type ReactNode, Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'

// Loaded only after an error.
const ErrorPage = loadOnDemand(async () => (await import('./error-page.tsx')).ErrorPage)

type ErrorBoundaryProps = {
  /** The current URL; a change renders the children again. */
  url: string
  children: ReactNode
}
type ErrorBoundaryState = { url: string; hasFailed: boolean }

/**
 * Shows the error page for a rendering error after a client navigation. On the server React ignores
 * error boundaries, and Next responds with `pages/500`.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state = { url: this.props.url, hasFailed: false }

  static getDerivedStateFromProps({ url }: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return url === state.url ? null : { url, hasFailed: false }
  }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <Suspense fallback={<h1>Something went wrong</h1>}>
        <ErrorPage />
      </Suspense>
    )
  }
}
