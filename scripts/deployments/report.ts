let passed = 0
let failed = 0

/** Prints the result of a check, with its problems. */
export function reportCheck(name: string, problems: readonly string[]): void {
  console.log(`  ${problems.length === 0 ? '✓' : '✘'}  ${name}`)
  for (const problem of problems) console.error(`     ${problem}`)
  if (problems.length === 0) passed++
  else failed++
}

/** Prints the same summary lines as Playwright, which .ci/run counts, and sets the exit code. */
export function reportSummary(): void {
  if (failed > 0) console.log(`  ${failed} failed`)
  console.log(`  ${passed} passed`)
  if (failed > 0) process.exitCode = 1
}
