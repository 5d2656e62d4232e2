// Next copies the .env files into the standalone folder, where they would pass on secrets.
import { rmSync } from 'node:fs'
import { join } from 'node:path'

for (const file of ['.env', '.env.production']) {
  rmSync(join('.next/standalone/apps/dashboard', file), { force: true })
}
