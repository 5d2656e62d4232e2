import { readEnv } from './env.ts'
import { gitHub } from './github.ts'
import { redactOutput } from './log.ts'

/** Ends the server when its environment is wrong, with the one line that says why; else connects. */
export function start(): void {
  redactOutput()
  try {
    readEnv()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  // A store that is shared takes a moment to be reached: the first visitor need not wait for it.
  gitHub()
}
