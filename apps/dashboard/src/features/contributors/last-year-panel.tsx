import type { Panel } from '@repo/github'
import { Count } from '@repo/ui/count'
import { DataTable } from '@repo/ui/data-table'
import { PanelMessage } from '@repo/ui/panel'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { Person } from '#components/repo/person.tsx'
import { BusFactorText } from './bus-factor-text.tsx'
import type { LastYear } from './people.ts'

/** Who committed in the last year, and how many lines, where GitHub counts them. */
export function LastYearPanel({ year }: { year: Panel<LastYear> }) {
  return (
    <DataPanel title="Last twelve months" panel={year}>
      {({ people, total, commits, busFactor }) =>
        total === 0 ? (
          <PanelMessage>Nobody has committed in the last year.</PanelMessage>
        ) : (
          <>
            <DataTable
              label="Contributors of the last twelve months"
              cellType="number"
              columns={['Contributor', 'Commits', 'Lines added', 'Lines removed']}
              rows={people.map((person, index) => ({
                key: person.login ?? `unknown ${index}`,
                name: <Person {...person} />,
                cells: [
                  <Count key="commits" value={person.commits} />,
                  <Lines key="added" value={person.added} />,
                  <Lines key="removed" value={person.removed} />,
                ],
              }))}
            />
            <PanelNote>
              <Count value={commits} /> commits by {total} contributors
              {people.length < total && `, the ${people.length} most active of whom are listed`}
              {isPartial(year) && '; GitHub counts no more than a hundred'}
              {people[0]?.added === null && '; it counts no lines in a repository of this size'}
            </PanelNote>
            <BusFactorText busFactor={busFactor} partial={isPartial(year)} />
          </>
        )
      }
    </DataPanel>
  )
}

function Lines({ value }: { value: number | null }) {
  return value === null ? '–' : <Count value={value} />
}
