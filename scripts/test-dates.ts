import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fromRoot, waitForExit } from './programs.ts'

// Every weekday, the last day of a month and a leap day, New Year's Eve, both changes of summer time,
// and time zones on both sides of UTC.
const dates = [
  { now: '2026-08-31T23:30:00Z', zone: 'America/Los_Angeles', reason: 'Monday, end of a month' },
  { now: '2028-02-29T12:00:00Z', zone: 'UTC', reason: 'Tuesday, 29 February' },
  { now: '2026-09-16T00:10:00Z', zone: 'Asia/Kolkata', reason: 'Wednesday' },
  { now: '2026-12-31T23:59:00Z', zone: 'UTC', reason: "Thursday, New Year's Eve" },
  { now: '2026-07-10T11:00:00Z', zone: 'Pacific/Auckland', reason: 'Friday' },
  { now: '2026-10-17T15:30:00Z', zone: 'America/St_Johns', reason: 'Saturday' },
  { now: '2027-03-28T00:59:30Z', zone: 'Europe/Berlin', reason: 'Sunday, summer time begins' },
  { now: '2026-10-25T00:59:30Z', zone: 'Europe/Berlin', reason: 'Sunday, summer time ends' },
]

/** The unit and end-to-end tests that depend on dates, the longest first. */
const suites = [
  { name: '@repo/e2e', script: 'e2e:dates' },
  { name: '@repo/dashboard', script: 'test' },
  { name: '@repo/sample-github', script: 'test:dates' },
  { name: '@repo/ui', script: 'test' },
]

// As many at once as turbo.json allows.
const CONCURRENCY = 2

const runs = dates.flatMap((date) => suites.map((suite) => ({ ...date, ...suite }))).values()

async function runNext(): Promise<void> {
  for (const { now, zone, reason, name, script } of runs) {
    const child = spawn('pnpm', ['--filter', name, script], {
      cwd: fromRoot('.'),
      env: {
        ...process.env,
        NODE_OPTIONS: `--import=${fromRoot('scripts/shift-clock.mjs')}`,
        SAMPLE_NOW: now,
        TZ: zone,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const [output, errors, status] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      waitForExit(child),
    ])
    // The outputs of runs beside each other would mix.
    console.log(`\n${reason}: SAMPLE_NOW=${now} TZ=${zone}\n${output}${errors}`)
    if (status !== 0) process.exitCode = 1
  }
}

await Promise.all(Array.from({ length: CONCURRENCY }, runNext))
