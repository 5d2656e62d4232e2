import type { ExportNamedDeclaration, Expression, Program } from 'oxc-parser'
import { type Literal, literal, nameOf } from './literal.ts'
import type { Place } from './lost-on-edge.ts'

/** What a page asks of Next, as far as Next can read it. */
export type Asked = {
  runtime: { name: string; at: number } | undefined
  /** Seconds. */
  maxDuration: number | undefined
  /** A setting that stands there and that Next cannot read, or passes over in silence. */
  unread: Place | undefined
}

type Setting = { read: Literal; at: number }

// Next reads the latter two as exports of their own, too.
const settings = ['config', 'runtime', 'maxDuration']

/** Reads a page's `config`. */
export function readAsked(program: Program): Asked {
  const found = new Map<string, Setting>()
  let unread: Place | undefined
  for (const statement of namedExports(program)) {
    const { declaration } = statement
    unread ??= byName(statement)
    if (declaration?.type !== 'VariableDeclaration') continue
    for (const { id, init, start } of declaration.declarations) {
      if (id.type !== 'Identifier' || !init || !settings.includes(id.name)) continue
      if (declaration.kind !== 'const') {
        unread ??= { what: `a ${declaration.kind}`, at: start }
        continue
      }
      const read = literal(init)
      if ('notLiteral' in read) unread ??= { what: read.notLiteral, at: read.at }
      found.set(id.name, { read, at: runtimeIn(init)?.start ?? init.start })
    }
  }
  return { ...settingsFrom(found), unread }
}

/** The file's exports that have names. */
export function namedExports({ body }: Program): ExportNamedDeclaration[] {
  return body.filter((statement) => statement.type === 'ExportNamedDeclaration')
}

function byName({ specifiers, source }: ExportNamedDeclaration): Place | undefined {
  const specifier = specifiers.find(({ exported }) =>
    settings.includes(exported.type === 'Literal' ? exported.value : exported.name),
  )
  const what = source ? `a re-export from '${source.value}'` : 'an export by name'
  return specifier && { what, at: specifier.start }
}

// Where a reader looks: at the runtime inside of `config`.
function runtimeIn(init: Expression) {
  if (init.type === 'TSSatisfiesExpression' || init.type === 'TSAsExpression') {
    return runtimeIn(init.expression)
  }
  if (init.type !== 'ObjectExpression') return undefined
  return init.properties.find(
    (property) => property.type === 'Property' && nameOf(property) === 'runtime',
  )
}

function settingsFrom(found: Map<string, Setting>): Pick<Asked, 'runtime' | 'maxDuration'> {
  const config = found.get('config')
  const inConfig = new Map(Object.entries(valueIn(config) ?? {}))
  const runtime = valueIn(found.get('runtime')) ?? inConfig.get('runtime')
  const maxDuration = valueIn(found.get('maxDuration')) ?? inConfig.get('maxDuration')
  const { at } = found.get('runtime') ?? config ?? { at: 0 }
  return {
    runtime: typeof runtime === 'string' ? { name: runtime, at } : undefined,
    maxDuration: typeof maxDuration === 'number' ? maxDuration : undefined,
  }
}

function valueIn(setting: Setting | undefined): unknown {
  return setting && 'value' in setting.read ? setting.read.value : undefined
}
