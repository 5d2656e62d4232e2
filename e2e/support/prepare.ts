import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findProgram } from '../../scripts/programs.ts'
import { findBrowser } from './browser.ts'
import { cachePrograms, hasThrottleModule } from './caches.ts'

const configuredPath = process.env.PLAYWRIGHT_CHROMIUM_PATH
if (configuredPath && !existsSync(configuredPath)) {
  stop(`PLAYWRIGHT_CHROMIUM_PATH must be a browser's path, not "${configuredPath}"`)
}

if (!findBrowser()) run('npx', 'playwright', 'install', 'chromium')
if (!findBrowser() && isRootOnDebian()) {
  run('apt-get', 'update')
  run('apt-get', 'install', '--yes', 'chromium')
}
if (!findBrowser()) {
  stop('No browser found: install Chrome or Chromium, or set PLAYWRIGHT_CHROMIUM_PATH to one')
}

const servers = [
  { program: 'redis-server', name: 'redis-server', tests: 'of several instances' },
  { program: cachePrograms.nginx, name: 'nginx', tests: 'behind nginx' },
  { program: cachePrograms.varnish, name: 'varnish', tests: 'behind Varnish' },
]
for (const { program, name, tests } of servers) {
  if (findProgram(program)) continue
  console.log(
    `${program} is not installed: the tests ${tests} are skipped. On Debian: apt-get install ${name}`,
  )
}
if (findProgram(cachePrograms.varnish) && !hasThrottleModule()) {
  console.log(
    'vsthrottle is not installed: the test of Varnish’s limits is skipped. On Debian: apt-get install varnish-modules',
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
