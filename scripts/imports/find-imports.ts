import { posix } from 'node:path'
import { type Expression, parseSync, Visitor } from 'oxc-parser'

/** An import, a re-export or an import type of a file. */
export type Import = {
  /** A path from the root, or the name of a package; undefined if the code computes it. */
  target: string | undefined
  /** Whether the compiler erases it. */
  isType: boolean
  line: number
}

/** The imports of files, by their paths from the root. */
export type ImportsByFile = ReadonlyMap<string, readonly Import[]>

/** Finds all imports of a file, in whatever form they are written. */
export function findImports(file: string, text: string): Import[] {
  const { program, errors } = parseSync(file, text)
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  const imports: Import[] = []

  function add(source: Expression, start: number, isType: boolean) {
    const specifier = readString(source)
    const target = specifier === undefined ? undefined : resolveSpecifier(file, specifier)
    imports.push({ target, isType, line: text.slice(0, start).split('\n').length })
  }

  new Visitor({
    ImportDeclaration: ({ source, importKind, start }) => add(source, start, importKind === 'type'),
    ExportAllDeclaration: ({ source, exportKind, start }) =>
      add(source, start, exportKind === 'type'),
    ExportNamedDeclaration: ({ source, exportKind, start }) => {
      if (source) add(source, start, exportKind === 'type')
    },
    ImportExpression: ({ source, start }) => add(source, start, false),
    TSImportType: ({ source, start }) => add(source, start, true),
    TSExternalModuleReference: ({ expression, start }) => add(expression, start, false),
    CallExpression: ({ callee, arguments: [argument], start }) => {
      const isRequire = callee.type === 'Identifier' && callee.name === 'require'
      if (isRequire && argument && argument.type !== 'SpreadElement') add(argument, start, false)
    },
  }).visit(program)
  return imports.toSorted((a, b) => a.line - b.line)
}

function readString(expression: Expression): string | undefined {
  if (expression.type === 'Literal' && typeof expression.value === 'string') return expression.value
  if (expression.type !== 'TemplateLiteral' || expression.expressions.length > 0) return undefined
  return expression.quasis[0]?.value.cooked ?? undefined
}

// `#` is the `src` folder of a package, by the `imports` of its package.json.
function resolveSpecifier(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  if (!specifier.startsWith('#')) return specifier
  const sourceFolder = file.slice(0, file.indexOf('/src/') + '/src/'.length)
  return posix.join(sourceFolder, specifier.slice(1))
}
