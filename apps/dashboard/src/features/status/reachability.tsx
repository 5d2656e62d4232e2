import type { Panel, Quota } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { PanelMessage } from '@repo/ui/panel'
import { Timestamp } from '@repo/ui/timestamp'
import { DataPanel } from '#components/panel/data-panel.tsx'

/** Whether GitHub answers, and what is left of each quota. */
export function Reachability({ quotas }: { quotas: Panel<Quota[] | null> }) {
  return (
    <DataPanel title="GitHub" panel={quotas}>
      {(known) =>
        known === null ? (
          <PanelMessage>GitHub answers, and sets no limits.</PanelMessage>
        ) : (
          <Rows>
            {known.map(({ resource, limit, remaining, resetsAt }) => (
              <Row
                key={resource}
                main={resource}
                end={
                  <>
                    <Count value={remaining} /> of <Count value={limit} /> left until{' '}
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
