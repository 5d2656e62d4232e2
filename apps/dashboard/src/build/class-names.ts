import { basename } from 'node:path'

type Loader = { options?: { esModule?: boolean; modules?: { getLocalIdent?: ToClassName } } }
type ToClassName = (context: { resourcePath: string }, template: string, name: string) => string

/** The rules of a webpack configuration; Next puts those of style sheets into one `oneOf`. */
type WebpackRules = { oneOf?: { use?: Loader | Loader[] | string }[] }[]

/**
 * Shortens what a CSS module adds to scripts and HTML: a class is named `panel_title`, without a hash,
 * which no compression shortens, and the module is an ES module, so the minifier inlines the
 * names. Throws if two style sheets have the same name.
 */
export function shortenClassNames(rules: WebpackRules): void {
  const toClassName = createClassNames()
  const cssModules = rules
    .flatMap(({ oneOf = [] }) => oneOf)
    .flatMap(({ use }) => (Array.isArray(use) ? [use] : []))
    .filter((loaders) => loaders.some(({ options }) => options?.modules?.getLocalIdent))
  if (cssModules.length === 0) throw new Error('Next.js uses no css-loader for style sheets')
  for (const { options } of cssModules.flat()) {
    if (options?.esModule === false) options.esModule = true
    if (options?.modules) options.modules.getLocalIdent = toClassName
  }
}

function createClassNames(): ToClassName {
  const paths = new Map<string, string>()
  return ({ resourcePath }, _template, name) => {
    const sheet = basename(resourcePath, '.module.css')
    const firstPath = paths.get(sheet) ?? resourcePath
    if (firstPath !== resourcePath) {
      throw new Error(`${resourcePath} and ${firstPath} need different file names`)
    }
    paths.set(sheet, resourcePath)
    return `${sheet}_${name}`
  }
}
