import { answers, startProgram } from '../support/programs.ts'
import { builtUrl, sampleUrl, servers } from '../support/servers.ts'

/** Starts the sample GitHub and the production build, and waits until both answer. */
export async function startServers() {
  const needed = servers.filter(({ url }) => url.startsWith(sampleUrl) || url.startsWith(builtUrl))
  const programs = await Promise.all(
    needed.map(({ command, url, ...place }) =>
      startProgram(command, { ...place, ready: () => answers(url) }),
    ),
  )
  const end = () => Promise.all(programs.map((program) => program.end()))
  return { app: builtUrl, sample: sampleUrl, end }
}
