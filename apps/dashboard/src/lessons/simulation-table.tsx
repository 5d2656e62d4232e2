import type { SimulatedResponse, Simulation } from '@repo/cache-headers'
import type { CacheSimulation } from './cache-simulation.server.ts'
import styles from './cache-simulator.module.css'
import { getSimulatedEvent } from './simulated-events.ts'

/** The events of a simulation with the response of each cache, latest first. */
export function SimulationTable({ simulation }: { simulation: CacheSimulation }) {
  const { events, simulations } = simulation
  if (simulations.length === 0) return null
  const rows = createRows(simulation).toReversed()
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">Responses of the caches, latest first</caption>
        <thead>
          <tr>
            {simulations.map(({ cache }) => (
              <th key={cache} scope="col">
                {formatCacheName(cache)}
              </th>
            ))}
          </tr>
        </thead>
        {events.length === 0 && (
          <tbody>
            <tr>
              <td colSpan={simulations.length}>Every cache is empty. Send a request.</td>
            </tr>
          </tbody>
        )}
        {rows.map(({ key, event, responses }) => (
          <tbody key={key}>
            <tr>
              <th className={styles.event} scope="rowgroup" colSpan={simulations.length}>
                {event}
              </th>
            </tr>
            {responses.length > 0 && (
              <tr>
                {responses.map(({ cache, response }) => (
                  <ResponseCell key={cache} response={response} />
                ))}
              </tr>
            )}
          </tbody>
        ))}
      </table>
      <p role="status" className="visually-hidden">
        {rows[0] && describeRow(rows[0])}
      </p>
    </>
  )
}

function ResponseCell({ response }: { response: SimulatedResponse }) {
  const [outcome, ...details] = describeResponse(response)
  const tone = response.version === null ? 'error' : response.outcome
  return (
    <td>
      <strong className={styles[tone]}>{outcome}</strong>
      {details.map((detail) => (
        <span key={detail}>{detail}</span>
      ))}
    </td>
  )
}

type Row = {
  key: number
  event: string
  /** Empty for an event that is not a request. */
  responses: { cache: Simulation['cache']; response: SimulatedResponse }[]
}

function createRows({ events, simulations }: CacheSimulation): Row[] {
  let now = 0
  return events.map((name, index) => {
    const { label, event } = getSimulatedEvent(name)
    const row = {
      key: index,
      event: `${now} s: ${label}`,
      responses: simulations.flatMap(({ cache, responses }) => {
        const response = responses[index]
        return response ? [{ cache, response }] : []
      }),
    }
    if (event.type === 'wait') now += event.seconds
    return row
  })
}

const outcomes = {
  hit: 'Hit',
  stale: 'Stale',
  miss: 'Miss',
  revalidated: 'Revalidated',
  bypass: 'Bypass',
} as const satisfies Record<SimulatedResponse['outcome'], string>

/** Describes a response in a few words: its outcome first. */
function describeResponse(response: SimulatedResponse): string[] {
  const { outcome, version, age, originRequest, isStored, requestHeaders } = response
  if (version === null) return ['Error']
  const content = [
    'accept-language' in requestHeaders && 'German',
    'authorization' in requestHeaders && 'Ann’s',
  ]
  return [
    outcomes[outcome],
    [`v${version}`, ...content.filter((word) => word !== false)].join(' '),
    ...(age > 0 ? [`${age} s old`] : []),
    ...(originRequest === 'background' ? ['refreshes'] : []),
    ...(isStored ? [] : ['not stored']),
  ]
}

/** Describes an event for screen readers. */
function describeRow({ event, responses }: Row): string {
  const described = responses.map(
    ({ cache, response }) => `${formatCacheName(cache)}: ${describeResponse(response).join(', ')}`,
  )
  return [event, ...described].join('. ')
}

function formatCacheName(cache: Simulation['cache']): string {
  return cache === 'browser' ? 'Browser' : cache
}
