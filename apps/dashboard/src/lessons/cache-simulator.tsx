import { Button } from '@repo/ui/button'
import { TextField } from '@repo/ui/text-field'
import Link from 'next/link'
import { CacheTimeline } from '#components/cache-timeline.tsx'
import { addSearchParams } from '#components/list-query.ts'
import type { CacheSimulation } from './cache-simulation.server.ts'
import styles from './cache-simulator.module.css'
import { eventGroups, headerExamples } from './simulated-events.ts'
import { SimulationTable } from './simulation-table.tsx'

type CacheSimulatorProps = { path: string; simulation: CacheSimulation }

/** Five caches to try: the visitor chooses response headers, and adds events one after another. */
export function CacheSimulator({ path, simulation }: CacheSimulatorProps) {
  const { headers, headersError, events, eventsError, explanations } = simulation

  const eventList = events.join('.')
  return (
    <>
      <form
        className={styles.form}
        action={`${path}#${SIMULATOR_ID}`}
        method="get"
        aria-label="Cache simulator"
      >
        <nav className={styles.row} aria-label="Examples of headers">
          <span>Examples:</span>
          {headerExamples.map((example) => (
            <Link
              key={example.label}
              href={simulatorPath(path, example.headers, eventList)}
              scroll={false}
              prefetch={false}
              aria-current={example.headers === headers ? 'true' : undefined}
            >
              {example.label}
            </Link>
          ))}
        </nav>
        <TextField
          name="headers"
          label="Response headers"
          value={headers}
          rows={3}
          error={headersError ?? undefined}
        />
        <input type="hidden" name="events" value={eventList} />
        <div className={styles.row}>
          <Button>Apply headers</Button>
        </div>
        {eventGroups.map((group) => (
          <div key={group[0].name} className={styles.row}>
            {group.map(({ name, action }) => (
              <Button key={name} name="event" value={name}>
                {action}
              </Button>
            ))}
          </div>
        ))}
        <div className={styles.row}>
          <Link href={simulatorPath(path, headers, '')} scroll={false} prefetch={false}>
            Start over
          </Link>
        </div>
        {eventsError && (
          <p className={styles.error} role="alert">
            {eventsError}
          </p>
        )}
      </form>
      <SimulationTable simulation={simulation} />
      {explanations.length > 0 && headers !== headerExamples[0].headers && (
        <details>
          <summary>How each cache handles these headers</summary>
          <CacheTimeline explanations={explanations} />
        </details>
      )}
    </>
  )
}

/** The fragment of the simulator in its page. */
export const SIMULATOR_ID = 'simulator'

function simulatorPath(path: string, headers: string, events: string): string {
  return `${addSearchParams(path, { headers, events: events || undefined })}#${SIMULATOR_ID}`
}
