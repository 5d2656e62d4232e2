#!/usr/bin/env node
// Plain JavaScript: Node.js 20 cannot load TypeScript without tsx.
import { register } from 'tsx/esm/api'

register()
const { runCommand } = await import('../src/lib/command.ts')
const { lines, exitCode } = runCommand(process.argv.slice(2))
const output = exitCode === 0 ? process.stdout : process.stderr
for (const line of lines) output.write(`${line}\n`)
process.exitCode = exitCode
