import { posix } from 'node:path'
import type { ImportsByFile } from './find-imports.ts'

/** An import between two folders, with the first file that contains it. */
type FolderImport = { from: string; to: string; file: string; target: string }

/**
 * Finds folders that import each other, directly or through other folders. Returns the lines of a
 * report: for each cycle a file of each step.
 */
export function findFolderCycles(importsByFile: ImportsByFile): string[] {
  const imports = findFolderImports(importsByFile)
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

function findFolderImports(imports: ImportsByFile): FolderImport[] {
  const found = new Map<string, FolderImport>()
  for (const [file, targets] of imports) {
    const from = posix.dirname(file)
    for (const { target } of targets) {
      const to = posix.dirname(target ?? file)
      const key = `${from} ${to}`
      if (target?.includes('/src/') && from !== to && !found.has(key)) {
        found.set(key, { from, to, file, target })
      }
    }
  }
  return [...found.values()]
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
