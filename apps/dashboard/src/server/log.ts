// Every form of token that GitHub gives, the long dotted ones of installations too.
const tokens = /\b(gh[pousr]_[A-Za-z0-9._-]{20,}|github_pat_[A-Za-z0-9_]{20,})/g

/** Writes one line of JSON to the log, without secrets. */
export function log(entry: Record<string, unknown>): void {
  const line = JSON.stringify({ at: new Date().toISOString(), ...entry })
  process.stdout.write(`${line.replace(tokens, '[redacted]')}\n`)
}
