import { type Program, parseSync, Visitor } from 'oxc-parser'
import { namedExports, readAsked } from './asked.ts'
import { type CacheHeaderSetter, cacheHeaderSetter } from './cache-header.ts'
import { lostOnEdge, type Place } from './lost-on-edge.ts'

/** Something in a source, and the line on which it stands. */
export type Finding = { what: string; line: number }

/** What a page's own file says, read as Next reads it: without running it. */
export type PageSource = {
  /** The runtime that it asks for. */
  asked: { runtime: string; line: number } | undefined
  /** Seconds. */
  maxDuration: number | undefined
  /** A `config` that Next cannot read, or passes over in silence. */
  unread: Finding | undefined
  /** Whether the page has a function that gets its data; one without is a file of HTML. */
  hasDataFunction: boolean
  /** What it does in vain on the Edge Runtime. */
  lostOnEdge: Finding[]
  cacheHeaderSetter: CacheHeaderSetter
}

const dataFunctions = ['getServerSideProps', 'getStaticProps']

/**
 * Reads a page's source.
 * @throws Error with file and line where it is neither JavaScript nor TypeScript.
 */
export function readPageSource(file: string, text: string): PageSource {
  const { program, errors } = parseSync(file, text)
  const [error] = errors
  if (error) {
    throw new Error(`${file}:${lineAt(text, error.labels[0]?.start ?? 0)} ${error.message}`)
  }

  const { runtime, maxDuration, unread } = readAsked(program)
  const found = ({ what, at }: Place): Finding => ({ what, line: lineAt(text, at) })
  return {
    asked: runtime && { runtime: runtime.name, line: lineAt(text, runtime.at) },
    maxDuration,
    unread: unread && found(unread),
    hasDataFunction:
      dataFunctions.some((name) => exportsName(program, name)) || hasInitialProps(program),
    lostOnEdge: lostOnEdge(program).map(found),
    cacheHeaderSetter: cacheHeaderSetter(program),
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

/** Whether a component of the file gets its data the older way. */
function hasInitialProps(program: Program): boolean {
  let has = false
  function note(node: { type: string; name?: unknown }): void {
    has ||= node.name === 'getInitialProps'
  }
  new Visitor({
    MemberExpression: ({ property }) => note(property),
    PropertyDefinition: ({ key }) => note(key),
    MethodDefinition: ({ key }) => note(key),
  }).visit(program)
  return has
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
