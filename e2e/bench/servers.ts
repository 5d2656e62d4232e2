import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { builtUrl, sampleUrl, servers } from '../support/servers.ts'

/** Starts the sample GitHub and the production build, and waits until both answer. */
export async function startServers() {
  const needed = servers.filter(({ url }) => url.startsWith(sampleUrl) || url.startsWith(builtUrl))
  const children = needed.map(({ command, cwd, env }) => {
    const [program = '', ...args] = command.split(' ')
    return spawn(program, args, {
      cwd: fileURLToPath(new URL(`../${cwd}/`, import.meta.url)),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  })
  function end(): void {
    for (const child of children) child.kill()
  }
  const failed = children.map(async (child) => {
    await once(child, 'exit')
    throw new Error('A server ended before the benchmark')
  })
  await Promise.race([Promise.all(needed.map(({ url }) => answering(url))), ...failed])
  // From now on an exit is what the benchmark wants.
  for (const ended of failed) ended.catch(() => {})
  return { app: builtUrl, sample: sampleUrl, end }
}

async function answering(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url, { headers: { 'user-agent': 'bench' } }).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
