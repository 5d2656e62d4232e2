import { Component, type ReactNode } from 'react'
import { ErrorPage } from './error-page.tsx'

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
    return this.state.hasFailed ? <ErrorPage /> : this.props.children
  }
}
