import { readEnv } from './env.ts'

/** Ends the server when its environment is wrong, with the one line that says why. */
export function checkEnv(): void {
  try {
    readEnv()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
