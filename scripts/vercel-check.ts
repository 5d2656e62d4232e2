import { buildCopy } from './vercel/build-copy.ts'
import { type BuildOutput, readBuildOutput } from './vercel/build-output.ts'
import { checks } from './vercel/checks.ts'
import { vercelCli } from './vercel/cli.ts'

let passed = 0
let failed = 0

function note(name: string, problems: readonly string[]): void {
  console.log(`  ${problems.length === 0 ? '✓' : '✘'}  ${name}`)
  for (const problem of problems) console.error(`     ${problem}`)
  if (problems.length === 0) passed++
  else failed++
}

function build(): BuildOutput | undefined {
  try {
    const output = readBuildOutput(buildCopy(vercelCli()))
    note('Vercel’s CLI builds the repository', [])
    return output
  } catch (error) {
    note('Vercel’s CLI builds the repository', [String(error)])
    return undefined
  }
}

const output = build()
if (output) for (const [name, check] of Object.entries(checks)) note(name, check(output))
// The closing lines of the end-to-end tests, so that a reader of logs need know one form only.
if (failed > 0) console.log(`  ${failed} failed`)
console.log(`  ${passed} passed`)
process.exitCode = failed === 0 ? 0 : 1
