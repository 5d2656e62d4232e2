import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** For tests: renders a component to HTML without classes. Throws if it has a `style` attribute. */
export function renderMarkup(node: ReactNode): string {
  const html = renderToStaticMarkup(node)
  const [style] = / style="[^"]*"/.exec(html) ?? []
  if (style) throw new Error(`The Content-Security-Policy blocks${style}`)
  return html.replace(/ class="[^"]*"/g, '')
}
