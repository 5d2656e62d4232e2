import { basename } from 'node:path'

type CssLoaderUse = { options?: { modules?: { getLocalIdent?: ToClassName } } }
type ToClassName = (context: { resourcePath: string }, template: string, name: string) => string

/** The rules of a webpack configuration; Next puts those of style sheets into one `oneOf`. */
type WebpackRules = { oneOf?: { use?: CssLoaderUse | CssLoaderUse[] | string }[] }[]

/**
 * Makes Next's css-loader name a class `panel_title`, without a hash, which no compression shortens in
 * scripts and HTML. Throws if two style sheets have the same name.
 */
export function shortenClassNames(rules: WebpackRules): void {
  const loaders = rules
    .flatMap(({ oneOf = [] }) => oneOf)
    .flatMap(({ use = [] }) => use)
    .flatMap((use) => (typeof use === 'object' && use.options?.modules ? use.options.modules : []))
    .filter((modules) => modules.getLocalIdent)
  if (loaders.length === 0) throw new Error('Next.js uses no css-loader for style sheets')
  const toClassName = createClassNames()
  for (const modules of loaders) modules.getLocalIdent = toClassName
}

function createClassNames(): ToClassName {
  const paths = new Map<string, string>()
  return ({ resourcePath }, _template, name) => {
    const sheet = basename(resourcePath, '.module.css')
    const known = paths.get(sheet) ?? resourcePath
    if (known !== resourcePath) {
      throw new Error(`${resourcePath} and ${known} need different file names`)
    }
    paths.set(sheet, resourcePath)
    return `${sheet}_${name}`
  }
}
