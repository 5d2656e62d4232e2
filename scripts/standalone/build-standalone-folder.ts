import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildImage } from './dockerfile.ts'

/** Builds the standalone folder by the steps of the Dockerfile, on a machine with a token in its files. */
export function buildStandaloneFolder(): string {
  const { folder } = buildImage('deploy/Dockerfile', {
    onContext(context) {
      for (const file of ['.env', '.env.production']) {
        const path = join(context, 'apps/dashboard', file)
        writeFileSync(path, 'GITHUB_TOKEN=token-of-the-build-machine\n')
      }
    },
  })
  return folder
}
