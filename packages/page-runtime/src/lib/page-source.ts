import { type Program, parseSync, Visitor } from 'oxc-parser'
import { type CacheControlSetter, findCacheControlSetter } from './cache-control-setter.ts'
import { namedExports, readRequestedConfig } from './requested-config.ts'
import { findUnsupportedAtEdge, type Occurrence } from './unsupported-at-edge.ts'

/** A finding in a source file. */
type Finding = { description: string; line: number }

/** The facts in a page's own file, read without running it. */
export type PageSource = {
  requested: { runtime: string; line: number } | undefined
  /** Seconds. */
  maxDuration: number | undefined
  /** A setting that Next rejects or silently ignores. */
  unreadable: Finding | undefined
  /** Whether the page has a data function; without one it is static HTML. */
  hasDataFunction: boolean
  unsupportedAtEdge: Finding[]
  cacheControlSetter: CacheControlSetter
}

const dataFunctions = ['getServerSideProps', 'getStaticProps']

/**
 * Parses a page's source.
 * @throws Error with file and line if the source has a syntax error.
 */
export function readPageSource(file: string, text: string): PageSource {
  const { program, errors } = parseSync(file, text)
  const [error] = errors
  if (error) {
    throw new Error(`${file}:${lineAt(text, error.labels[0]?.start ?? 0)} ${error.message}`)
  }

  const { runtime, maxDuration, unreadable } = readRequestedConfig(program)
  const toFinding = ({ description, offset }: Occurrence): Finding => ({
    description,
    line: lineAt(text, offset),
  })
  return {
    requested: runtime && { runtime: runtime.name, line: lineAt(text, runtime.offset) },
    maxDuration,
    unreadable: unreadable && toFinding(unreadable),
    hasDataFunction:
      dataFunctions.some((name) => exportsName(program, name)) || hasInitialProps(program),
    unsupportedAtEdge: findUnsupportedAtEdge(program).map(toFinding),
    cacheControlSetter: findCacheControlSetter(program),
  }
}

function exportsName(program: Program, name: string): boolean {
  return namedExports(program).some(({ declaration, specifiers }) => {
    if (declaration?.type === 'FunctionDeclaration') return declaration.id?.name === name
    if (declaration?.type === 'VariableDeclaration') {
      return declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name)
    }
    return specifiers.some(({ exported }) => exported.type !== 'Literal' && exported.name === name)
  })
}

function hasInitialProps(program: Program): boolean {
  let isFound = false
  function visitName(node: { type: string; name?: unknown }): void {
    isFound ||= node.name === 'getInitialProps'
  }
  new Visitor({
    MemberExpression: ({ property }) => visitName(property),
    PropertyDefinition: ({ key }) => visitName(key),
    MethodDefinition: ({ key }) => visitName(key),
  }).visit(program)
  return isFound
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
