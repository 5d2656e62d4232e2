import { startServer } from '../support/programs.ts'
import { appUrl, sampleUrl, servers } from '../support/servers.ts'

/** Starts the sample GitHub and the production build, and waits until both are ready. */
export async function startServers() {
  const needed = servers.filter(({ url }) => url.startsWith(sampleUrl) || url.startsWith(appUrl))
  const programs = await Promise.all(needed.map((server) => startServer(server)))
  const end = () => Promise.all(programs.map((program) => program.end()))
  return { app: appUrl, sample: sampleUrl, end }
}
