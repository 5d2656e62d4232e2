import { spawnSync } from 'node:child_process'
import { fromRoot } from './programs.ts'

// Every weekday, the last day of a month, a leap day, New Year's Eve, the start and the end of daylight
// saving time, and time zones on both sides of UTC.
const dates = [
  { now: '2026-08-31T23:30:00Z', zone: 'America/Los_Angeles', reason: 'Monday, end of a month' },
  { now: '2028-02-29T12:00:00Z', zone: 'UTC', reason: 'Tuesday, February 29' },
  { now: '2026-09-16T00:10:00Z', zone: 'Asia/Kolkata', reason: 'Wednesday' },
  { now: '2026-12-31T23:59:00Z', zone: 'UTC', reason: "Thursday, New Year's Eve" },
  { now: '2026-07-10T11:00:00Z', zone: 'Pacific/Auckland', reason: 'Friday' },
  { now: '2026-10-17T15:30:00Z', zone: 'America/St_Johns', reason: 'Saturday' },
  {
    now: '2027-03-28T00:59:30Z',
    zone: 'Europe/Berlin',
    reason: 'Sunday, daylight saving time begins',
  },
  {
    now: '2026-10-25T00:59:30Z',
    zone: 'Europe/Berlin',
    reason: 'Sunday, daylight saving time ends',
  },
]

/** Runs a script of a package at a date and in its time zone; returns whether it passes. */
function runTests(name: string, script: string, { now, zone }: (typeof dates)[number]): boolean {
  const { status } = spawnSync('pnpm', ['--filter', name, script], {
    cwd: fromRoot('.'),
    env: { ...process.env, SAMPLE_NOW: now, TZ: zone },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return status === 0
}

for (const date of dates) {
  console.log(`\n${date.reason}: SAMPLE_NOW=${date.now} TZ=${date.zone}`)
  const results = [
    runTests('@repo/sample-github', 'test', date),
    runTests('@repo/e2e', 'e2e:dates', date),
  ]
  if (results.includes(false)) process.exitCode = 1
}
