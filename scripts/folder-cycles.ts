import { posix } from 'node:path'

/** Source texts by path from the root. */
type Sources = ReadonlyMap<string, string>

/** An import between two folders, with the first file that contains it. */
type FolderImport = { from: string; to: string; file: string; target: string }

/**
 * Finds folders that import each other, directly or through other folders. Returns the lines of a
 * report: for each cycle a file of each step.
 */
export function findFolderCycles(sources: Sources): string[] {
  const imports = findFolderImports(sources)
  const reported = new Set<string>()
  return imports.flatMap((first) => {
    if (reported.has(first.from)) return []
    const returnPath = findShortestPath(imports, first.to, first.from)
    if (!returnPath) return []
    const cycle = [first, ...returnPath]
    for (const { from } of cycle) reported.add(from)
    const title = [first.from, ...cycle.map(({ to }) => to)].join(' → ')
    return [`folder cycle: ${title}`, ...cycle.map((step) => `  ${step.file} → ${step.target}`)]
  })
}

function findFolderImports(sources: Sources): FolderImport[] {
  const found = new Map<string, FolderImport>()
  for (const [file, text] of sources) {
    const from = posix.dirname(file)
    for (const [, specifier = ''] of text.matchAll(/(?:from|import\(|import) ?'([.#][^']+)'/g)) {
      const target = resolveImport(file, specifier)
      const to = posix.dirname(target)
      const key = `${from} ${to}`
      if (from !== to && !found.has(key)) found.set(key, { from, to, file, target })
    }
  }
  return [...found.values()]
}

// `#` is the `src` folder of a package, by the `imports` of its package.json.
function resolveImport(file: string, specifier: string): string {
  if (!specifier.startsWith('#')) return posix.join(posix.dirname(file), specifier)
  const root = file.slice(0, file.indexOf('/src/') + '/src/'.length)
  return root + specifier.slice(1)
}

function findShortestPath(
  imports: readonly FolderImport[],
  start: string,
  goal: string,
): FolderImport[] | undefined {
  const paths = new Map<string, FolderImport[]>([[start, []]])
  for (const [folder, path] of paths) {
    if (folder === goal) return path
    for (const step of imports) {
      if (step.from === folder && !paths.has(step.to)) paths.set(step.to, [...path, step])
    }
  }
  return undefined
}
