import { pathToRegexp } from 'path-to-regexp'

/** A `headers()` rule of `next.config`, or of a build's manifest. */
export type HeaderRule = {
  source: string
  headers: readonly { key: string; value: string }[]
  has?: readonly unknown[] | undefined
  missing?: readonly unknown[] | undefined
  /** Next's translation of `source`, in a build's manifest. */
  regex?: string
}

/** The rule that sets a path's `Cache-Control`: its own, or a default for all paths. */
export type RuleKind = 'own' | 'default' | undefined

// A rule that matches a path that no project has is a default.
const unusedPath = '/page-runtime/is/nowhere'

/**
 * Finds the rules that set the `Cache-Control` of a page and of its data.
 * @param basePath the project's `basePath`.
 */
export function headerRuleKinds(
  rules: readonly HeaderRule[],
  route: string,
  basePath = '',
): { page: RuleKind; data: RuleKind } {
  const sample = route.replace(/\[\[?(?:\.\.\.)?[^[\]]+\]\]?/g, 'sample')
  // The data of `/` is at `/index.json`, which moves the data of `/index/…` to `/index/index/…`.
  const data = sample === '/' ? '/index' : sample.replace(/^(?=\/index(\/|$))/, '/index')
  return {
    page: ruleKindFor(rules, basePath + sample, basePath),
    data: ruleKindFor(rules, `${basePath}/_next/data/build${data}.json`, basePath),
  }
}

function ruleKindFor(rules: readonly HeaderRule[], path: string, basePath: string): RuleKind {
  // Next applies the last matching rule.
  const rule = rules.findLast((rule) => setsCacheControl(rule) && matches(rule, path))
  if (!rule) return undefined
  return matches(rule, basePath + unusedPath) ? 'default' : 'own'
}

function setsCacheControl({ headers, has, missing }: HeaderRule): boolean {
  // A conditional rule applies to some requests only.
  return !has && !missing && headers.some(({ key }) => key.toLowerCase() === 'cache-control')
}

function matches({ source, regex }: HeaderRule, path: string): boolean {
  const pattern = regex === undefined ? pathToRegexp(source) : new RegExp(regex)
  return pattern.test(path)
}
