type StarryNight = Awaited<ReturnType<typeof loadStarryNight>>
type Node = ReturnType<StarryNight['highlight']>['children'][number]

let starryNight: Promise<StarryNight> | undefined

/** Creates a function that returns code as HTML, with GitHub's classes for the colors of tokens. */
export async function createHighlighter(): Promise<
  (code: string, language: string) => string | undefined
> {
  starryNight ??= loadStarryNight()
  const { flagToScope, highlight } = await starryNight
  return (code, language) => {
    const scope = flagToScope(language)
    return scope && highlight(code, scope).children.map(toHtml).join('')
  }
}

// Loaded on demand, because `next.config` imports this file when a production server starts too.
async function loadStarryNight() {
  const { createStarryNight } = await import('@wooorm/starry-night')
  const grammars = await Promise.all([
    import('@wooorm/starry-night/source.httpspec'),
    import('@wooorm/starry-night/source.json'),
    import('@wooorm/starry-night/source.nginx'),
    import('@wooorm/starry-night/source.shell'),
    import('@wooorm/starry-night/source.ts'),
    import('@wooorm/starry-night/source.tsx'),
  ])
  return createStarryNight(grammars.map((grammar) => grammar.default))
}

function toHtml(node: Node): string {
  if (node.type === 'text') return escapeHtml(node.value)
  if (node.type !== 'element') return ''
  const classes = [node.properties.className].flat().join(' ')
  return `<span class="${classes}">${node.children.map(toHtml).join('')}</span>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
