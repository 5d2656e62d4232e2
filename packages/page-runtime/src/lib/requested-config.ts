import type { ExportNamedDeclaration, Expression, Program } from 'oxc-parser'
import { evaluateLiteral, type Literal, propertyName } from './literal.ts'
import type { Occurrence } from './unsupported-at-edge.ts'

/** The runtime settings of a page, as far as Next can read them. */
export type RequestedConfig = {
  runtime: { name: string; offset: number } | undefined
  /** Seconds. */
  maxDuration: number | undefined
  /** A setting that Next rejects or silently ignores. */
  unreadable: Occurrence | undefined
}

type Setting = { literal: Literal; offset: number }

// Next also reads `runtime` and `maxDuration` as separate exports.
const settingNames = ['config', 'runtime', 'maxDuration']

/** Reads a page's runtime settings without evaluating its code. */
export function readRequestedConfig(program: Program): RequestedConfig {
  const settings = new Map<string, Setting>()
  let unreadable: Occurrence | undefined
  for (const statement of namedExports(program)) {
    const { declaration } = statement
    unreadable ??= findNamedExport(statement)
    if (declaration?.type !== 'VariableDeclaration') continue
    for (const { id, init, start } of declaration.declarations) {
      if (id.type !== 'Identifier' || !init || !settingNames.includes(id.name)) continue
      if (declaration.kind !== 'const') {
        unreadable ??= { description: `a ${declaration.kind} declaration`, offset: start }
        continue
      }
      const literal = evaluateLiteral(init)
      if ('unreadable' in literal) {
        unreadable ??= { description: literal.unreadable, offset: literal.offset }
      }
      settings.set(id.name, { literal, offset: findRuntimeProperty(init)?.start ?? init.start })
    }
  }
  return { ...mergeSettings(settings), unreadable }
}

/** The named export statements of a file. */
export function namedExports({ body }: Program): ExportNamedDeclaration[] {
  return body.filter((statement) => statement.type === 'ExportNamedDeclaration')
}

function findNamedExport({ specifiers, source }: ExportNamedDeclaration): Occurrence | undefined {
  const specifier = specifiers.find(({ exported }) =>
    settingNames.includes(exported.type === 'Literal' ? exported.value : exported.name),
  )
  const description = source ? `a re-export from '${source.value}'` : 'a separate export statement'
  return specifier && { description, offset: specifier.start }
}

// A diagnostic points at the `runtime` line of a long `config`.
function findRuntimeProperty(init: Expression) {
  if (init.type === 'TSSatisfiesExpression' || init.type === 'TSAsExpression') {
    return findRuntimeProperty(init.expression)
  }
  if (init.type !== 'ObjectExpression') return undefined
  return init.properties.find(
    (property) => property.type === 'Property' && propertyName(property) === 'runtime',
  )
}

function mergeSettings(
  settings: Map<string, Setting>,
): Pick<RequestedConfig, 'runtime' | 'maxDuration'> {
  const config = settings.get('config')
  const inConfig = new Map(Object.entries(settingValue(config) ?? {}))
  const runtime = settingValue(settings.get('runtime')) ?? inConfig.get('runtime')
  const maxDuration = settingValue(settings.get('maxDuration')) ?? inConfig.get('maxDuration')
  const { offset } = settings.get('runtime') ?? config ?? { offset: 0 }
  return {
    runtime: typeof runtime === 'string' ? { name: runtime, offset } : undefined,
    maxDuration: typeof maxDuration === 'number' ? maxDuration : undefined,
  }
}

function settingValue(setting: Setting | undefined): unknown {
  return setting && 'value' in setting.literal ? setting.literal.value : undefined
}
