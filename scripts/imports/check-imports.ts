import { readFileSync } from 'node:fs'
import { fromRoot } from '../programs.ts'
import { listFiles } from '../repository-files.ts'
import { findImports } from './find-imports.ts'
import { findFolderCycles } from './folder-cycles.ts'
import { findWrongImports, isTestFile } from './import-rules.ts'

const paths = listFiles('apps/*.ts', 'apps/*.tsx', 'packages/*.ts', 'packages/*.tsx').filter(
  (path) => path.includes('/src/'),
)
const imports = new Map(
  paths.map((path) => [path, findImports(path, readFileSync(fromRoot(path), 'utf8'))]),
)
// Tests may use the helpers of any folder.
const withoutTests = new Map([...imports].filter(([path]) => !isTestFile(path)))

const problems = [...findWrongImports(imports), ...findFolderCycles(withoutTests)]
for (const problem of problems) console.error(problem)
console.log(`The imports of ${imports.size} files checked`)
process.exitCode = problems.length === 0 ? 0 : 1
