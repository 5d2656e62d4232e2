import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = `
  const { start } = await import(${JSON.stringify(join(import.meta.dirname, 'start.ts'))})
  await start()
  const { createRequire } = await import('node:module')
  const files = Object.keys(createRequire('/').cache)
  console.log(files.some((file) => file.includes('@opentelemetry')))
  process.exit()
`

/** Starts the server's process in a new program, and returns whether it has loaded OpenTelemetry. */
function loadsOpenTelemetry(endpoint: string): boolean {
  const output = execFileSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { env: { NODE_ENV: 'test', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, encoding: 'utf8' },
  )
  return JSON.parse(output.trim().split('\n').at(-1) ?? '')
}

// Each call starts a program.
test('OpenTelemetry is loaded only with an endpoint', { timeout: 30_000 }, () => {
  expect(loadsOpenTelemetry('')).toBe(false)
  expect(loadsOpenTelemetry('http://127.0.0.1:9')).toBe(true)
})
