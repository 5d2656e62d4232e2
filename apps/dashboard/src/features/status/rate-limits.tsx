import type { Panel, Quota } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { PanelMessage } from '@repo/ui/panel'
import { Timestamp } from '@repo/ui/timestamp'
import { DataPanel } from '#components/panel/data-panel.tsx'

// GitHub calls the limit of most REST requests "core".
const names = new Map([
  ['core', 'REST'],
  ['search', 'Search'],
])

/** The remaining requests of GitHub's rate limits. */
export function RateLimits({ quotas }: { quotas: Panel<Quota[] | null> }) {
  return (
    <DataPanel title="API rate limit" panel={quotas}>
      {(limits) =>
        limits === null ? (
          <PanelMessage>GitHub is reachable; no rate limit.</PanelMessage>
        ) : (
          <Rows>
            {limits.map(({ resource, limit, remaining, resetsAt }) => (
              <Row
                key={resource}
                main={names.get(resource) ?? resource}
                end={
                  <>
                    <Count value={remaining} /> of <Count value={limit} /> left, resets at{' '}
                    <Timestamp date={resetsAt} format="time" />
                  </>
                }
              />
            ))}
          </Rows>
        )
      }
    </DataPanel>
  )
}
