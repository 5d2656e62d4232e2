import { Component, type ReactNode } from 'react'
import { ErrorPage } from './error-page.tsx'

type ErrorBoundaryProps = {
  /** The current URL: another one is rendered again. */
  address: string
  children: ReactNode
}
type ErrorBoundaryState = { address: string; failed: boolean }

/**
 * Shows the error page for a rendering error after a client navigation. On the server React ignores
 * error boundaries, and Next responds with `pages/500`.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state = { address: this.props.address, failed: false }

  static getDerivedStateFromProps({ address }: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return address === state.address ? null : { address, failed: false }
  }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <ErrorPage /> : this.props.children
  }
}
