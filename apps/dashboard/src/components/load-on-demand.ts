import { type ComponentType, lazy } from 'react'

/**
 * Creates a component that a page loads only where it shows it, inside a `Suspense` boundary. If it
 * cannot be loaded, for example after a deployment, the server's HTML stays. It must be at most 500
 * bytes long: React moves a longer boundary, with an inline script that the Content-Security-Policy
 * blocks.
 */
export function loadOnDemand<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() =>
    load().then(
      (component) => ({ default: component }),
      () => new Promise<never>(() => {}),
    ),
  )
}
