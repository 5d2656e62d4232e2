import { pageRuntime } from './command.ts'

const { lines, code } = pageRuntime(process.argv.slice(2))
const out = code === 0 ? process.stdout : process.stderr
for (const line of lines) out.write(`${line}\n`)
process.exitCode = code
