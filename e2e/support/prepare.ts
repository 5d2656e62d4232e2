import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './browser.ts'
import { programPath } from './programs.ts'

const named = process.env.PLAYWRIGHT_CHROMIUM_PATH
if (named && !existsSync(named)) {
  stop(`PLAYWRIGHT_CHROMIUM_PATH must be a browser's path, not "${named}"`)
}

if (!findBrowser()) run('npx', 'playwright', 'install', 'chromium')
if (!findBrowser() && isRootOnDebian()) {
  run('apt-get', 'update')
  run('apt-get', 'install', '--yes', 'chromium')
}
if (!findBrowser()) {
  stop('No browser found: install Chrome or Chromium, or set PLAYWRIGHT_CHROMIUM_PATH to one')
}

if (!programPath('redis-server')) {
  console.log(
    'redis-server is not installed: the tests of several instances are left out. ' +
      'On Debian: apt-get install redis-server',
  )
}

function run(command: string, ...args: string[]) {
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

function stop(reason: string): never {
  console.error(reason)
  process.exit(1)
}
