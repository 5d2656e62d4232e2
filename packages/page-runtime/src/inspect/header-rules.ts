/** A rule of `headers()` in `next.config`, ready to be tried on a path. */
export type HeaderRule = {
  matches: (path: string) => boolean
  headers: readonly { key: string; value: string }[]
}

/** Where a page's `Cache-Control` may come from. */
export type RuleFor = 'own' | 'floor' | undefined

// What no project has: a rule that matches it is a floor under everything.
const nowhere = '/page-runtime/is/nowhere'

/**
 * Tells which kind of rule gives a page's HTML its `Cache-Control`, and which gives it to its data:
 * one of its own, or a floor that lies under every path.
 * @param base is the project's `basePath`.
 */
export function rulesFor(rules: readonly HeaderRule[], route: string, base = '') {
  const sample = route.replace(/\[\[?(?:\.\.\.)?[^\]]+\]\]?/g, 'sample')
  const data = `/_next/data/build${sample === '/' ? '/index' : sample}.json`
  return { page: ruleFor(rules, base + sample, base), data: ruleFor(rules, base + data, base) }
}

function ruleFor(rules: readonly HeaderRule[], path: string, base: string): RuleFor {
  // Of several rules, Next lets the last one win.
  const rule = rules.findLast(
    ({ matches, headers }) =>
      matches(path) && headers.some(({ key }) => key.toLowerCase() === 'cache-control'),
  )
  if (!rule) return undefined
  return rule.matches(base + nowhere) ? 'floor' : 'own'
}
