import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findProgram } from '../../scripts/programs.ts'
import { hasThrottleModule } from '../support/caches.ts'

const deploy = join(import.meta.dirname, '../../deploy')

for (const backends of ['backends.vcl', 'compose-backends.vcl']) {
  test(`Varnish compiles its files with ${backends}`, ({ browserName: _ }, testInfo) => {
    const folder = testInfo.outputPath('vcl')
    mkdirSync(folder, { recursive: true })
    for (const file of ['varnish.vcl', 'varnish-with-limits.vcl']) {
      copyFileSync(join(deploy, file), join(folder, file))
    }
    copyFileSync(join(deploy, backends), join(folder, 'backends.vcl'))
    const main = hasThrottleModule() ? 'varnish-with-limits.vcl' : 'varnish.vcl'

    const program = findProgram('varnishd') ?? 'varnishd'
    const args = ['-C', '-f', join(folder, main), '-n', join(folder, 'work')]
    const { status, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    })
    // The compiled program; an error message if it does not compile.
    expect(stderr).toContain('VGC_function_vcl_recv')
    expect(status).toBe(0)
  })
}
