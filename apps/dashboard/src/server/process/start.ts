import { clientBudgets } from './client-budget.ts'
import { cacheEnv, type Env, parseEnv } from './env.ts'
import { gitHub } from './github.ts'
import { ignoreOutputErrors, log, redactOutput } from './log.ts'
import { shutDownOnSignals } from './shutdown.ts'
import { findStartupProblems } from './startup-check.ts'
import { setTelemetry } from './telemetry.ts'

/** Prepares the server. Exits with an error line if an environment variable is invalid. */
export async function start(): Promise<void> {
  redactOutput()
  ignoreOutputErrors()
  const env = requireEnv()
  // Connects to the shared store now, so that the first visitor does not wait for it.
  gitHub()
  if (env.clientAddressHeader !== undefined) clientBudgets()
  // Next reads `.env` files again when they change in development.
  if (env.isDevelopment) return
  cacheEnv(env)
  // Vercel stops a function after its response, before anything is exported.
  if (env.telemetry && !env.isOnVercel) {
    const { createTelemetry } = await import('./open-telemetry.ts')
    setTelemetry(createTelemetry(env.telemetry))
  }
  // Vercel ends its functions itself.
  if (!env.isOnVercel) shutDownOnSignals()
  // In development the sample GitHub may still be starting.
  void logStartupProblems(env)
}

function requireEnv(): Env {
  try {
    return parseEnv()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

async function logStartupProblems(env: Env): Promise<void> {
  for (const message of await findStartupProblems(env)) log({ event: 'startup', message })
}
