import { Component, type ReactNode } from 'react'
import { BrokenPage } from './broken-page.tsx'

type ErrorBoundaryProps = { children: ReactNode }

/**
 * Shows our page for a rendering error after a client navigation. On the server React ignores it,
 * and Next answers with `pages/500`.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <BrokenPage /> : this.props.children
  }
}
