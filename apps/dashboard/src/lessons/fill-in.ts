/** Replaces placeholders in the HTML of a snippet by texts. */
export function fillIn(html: string, texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts).reduce(
    (filled, [placeholder, text]) => filled.replaceAll(placeholder, () => escapeHtml(text)),
    html,
  )
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
