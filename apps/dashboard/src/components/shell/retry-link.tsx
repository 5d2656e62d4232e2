/** Reloads the page with a link, which works without JavaScript. */
export function RetryLink({ label = 'Try again' }: { label?: string }) {
  // biome-ignore lint/a11y/useValidAnchor: an empty reference is the document's own URL (RFC 3986 §4.4), which is unknown when the 500 page is built
  return <a href="">{label}</a>
}
