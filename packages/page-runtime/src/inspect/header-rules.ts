import { pathToRegexp } from 'path-to-regexp'

/** A rule of `headers()` in `next.config`. */
export type HeaderRule = {
  source: string
  headers: readonly { key: string; value: string }[]
  has?: readonly unknown[] | undefined
  missing?: readonly unknown[] | undefined
  /** Next's own translation of the source, which a build has. */
  regex?: string
}

/** What kind of rule gives a path its `Cache-Control`: one of its own, or a floor under all paths. */
export type RuleFor = 'own' | 'floor' | undefined

// What no project has: a rule that matches it is a floor.
const nowhere = '/page-runtime/is/nowhere'

/**
 * Tells which rules give a page's HTML and its data their `Cache-Control`.
 * @param base is the project's `basePath`.
 */
export function rulesFor(
  rules: readonly HeaderRule[],
  route: string,
  base = '',
): { page: RuleFor; data: RuleFor } {
  const sample = route.replace(/\[\[?(?:\.\.\.)?[^\]]+\]\]?/g, 'sample')
  // `/` has its data at `/index.json`, and so `/index/…` has it at `/index/index/…`.
  const data = sample === '/' ? '/index' : sample.replace(/^(?=\/index(\/|$))/, '/index')
  return {
    page: ruleFor(rules, base + sample, base),
    data: ruleFor(rules, `${base}/_next/data/build${data}.json`, base),
  }
}

function ruleFor(rules: readonly HeaderRule[], path: string, base: string): RuleFor {
  // Of several rules, Next lets the last one win.
  const rule = rules.findLast((rule) => setsCacheControl(rule) && matches(rule, path))
  if (!rule) return undefined
  return matches(rule, base + nowhere) ? 'floor' : 'own'
}

function setsCacheControl({ headers, has, missing }: HeaderRule): boolean {
  // A rule with a condition is there for some requests only.
  return !has && !missing && headers.some(({ key }) => key.toLowerCase() === 'cache-control')
}

function matches({ source, regex }: HeaderRule, path: string): boolean {
  const pattern = regex === undefined ? pathToRegexp(source) : new RegExp(regex)
  return pattern.test(path)
}
