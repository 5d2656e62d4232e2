import { buildCopy } from './build-copy.ts'
import { type BuildOutput, readBuildOutput } from './build-output.ts'
import { checks } from './checks.ts'
import { installVercelCli } from './cli.ts'

let passed = 0
let failed = 0

function reportCheck(name: string, problems: readonly string[]): void {
  console.log(`  ${problems.length === 0 ? '✓' : '✘'}  ${name}`)
  for (const problem of problems) console.error(`     ${problem}`)
  if (problems.length === 0) passed++
  else failed++
}

function build(): BuildOutput | undefined {
  try {
    const output = readBuildOutput(buildCopy(installVercelCli()))
    reportCheck('Vercel’s CLI builds the repository', [])
    return output
  } catch (error) {
    reportCheck('Vercel’s CLI builds the repository', [String(error)])
    return undefined
  }
}

const output = build()
if (output) for (const [name, check] of Object.entries(checks)) reportCheck(name, check(output))
// The same summary lines as Playwright's, which .ci/run counts.
if (failed > 0) console.log(`  ${failed} failed`)
console.log(`  ${passed} passed`)
process.exitCode = failed === 0 ? 0 : 1
