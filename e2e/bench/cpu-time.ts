import { median } from './figures.ts'
import type { MeasuredServer } from './measured-server.ts'

/** A response to measure. */
export type Target = { server: MeasuredServer; path: string; headers?: Record<string, string> }

type Rounds = {
  /** How many rounds are not measured. */
  warmUpRounds: number
  rounds: number
  /** How many requests a server gets in a round, for all its targets together. */
  requests: number
}

/**
 * Measures the CPU time of the server for one request of each target, in milliseconds: the median of
 * its rounds. In a round all targets take turns, so other programs on the machine slow down all of
 * them alike. Every server gets the same number of requests, so that all have compiled the same amount
 * of code. Rounds are short, because Node.js discards the compiled code of an idle server.
 */
export async function measureInTurns<Name extends string>(
  targets: Readonly<Record<Name, Target>>,
  { warmUpRounds, rounds, requests }: Rounds,
): Promise<Record<Name, number>> {
  const all = Object.entries<Target>(targets)
  const times = new Map(all.map(([name]) => [name, [] as number[]]))
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    for (const [name, { server, path, headers = {} }] of all) {
      const targetCount = all.filter(([, target]) => target.server === server).length
      const amount = Math.ceil(requests / targetCount)
      const cpuMs = await server.measureRequest(path, { requests: amount, headers })
      if (round >= warmUpRounds) times.get(name)?.push(cpuMs)
    }
  }
  const medians = [...times].map(([name, measured]) => [name, median(measured)])
  return Object.fromEntries(medians)
}
