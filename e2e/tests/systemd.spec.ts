import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findProgram } from '../../scripts/programs.ts'

const unit = join(import.meta.dirname, '../../deploy/dashboard@.service')

function systemdAnalyze(args: string[]): string {
  const program = findProgram('systemd-analyze')
  if (!program) throw new Error('systemd-analyze is not installed: apt-get install systemd')
  return execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' })
}

test('systemd accepts the unit, which may do little on its machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'systemd-'))
  // Where Node.js is on this machine; systemd checks that the program exists.
  const path = join(folder, 'dashboard@.service')
  copyFileSync(unit, path)
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('/usr/bin/node', process.execPath))

  // Also fails at a warning of this unit.
  systemdAnalyze(['verify', '--recursive-errors=no', path])
  // In tenths: above 2 of 10 it fails.
  systemdAnalyze(['security', '--offline=yes', '--threshold=20', path])
  rmSync(folder, { recursive: true })
})

test('the unit waits longer than a shutdown takes, and no shell is between it and the server', () => {
  const text = readFileSync(unit, 'utf8')
  const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(text) ?? []
  expect(Number(seconds)).toBeGreaterThan(8)
  expect(text.match(/^ExecStart=.*$/gm)).toEqual([
    'ExecStart=/usr/bin/node apps/dashboard/server.js',
  ])
})
