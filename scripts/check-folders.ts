import { readFileSync } from 'node:fs'
import { findFolderCycles } from './folder-cycles.ts'
import { fromRoot } from './programs.ts'
import { listFiles } from './repository-files.ts'

// Tests may use the helpers of any folder.
const paths = listFiles('apps/*.ts', 'apps/*.tsx', 'packages/*.ts', 'packages/*.tsx').filter(
  (path) => path.includes('/src/') && !/\.test\.|test-support|\/test-/.test(path),
)
const sources = new Map(paths.map((path) => [path, readFileSync(fromRoot(path), 'utf8')]))
const report = findFolderCycles(sources)
for (const line of report) console.error(line)
console.log(`${sources.size} files checked for folder cycles`)
process.exitCode = report.length === 0 ? 0 : 1
