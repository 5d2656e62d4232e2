import { redact } from '@repo/auth-headers'

/** Writes one line of JSON to the log, without secrets. */
export function log(entry: Record<string, unknown>): void {
  const line = JSON.stringify({ at: new Date().toISOString(), ...entry })
  process.stdout.write(`${redact(line)}\n`)
}
