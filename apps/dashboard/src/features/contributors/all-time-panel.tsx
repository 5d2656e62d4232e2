import type { Panel } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { Pager } from '@repo/ui/pager'
import { PanelMessage } from '@repo/ui/panel'
import { withSearch } from '#components/list-query.ts'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { Person } from '#components/repo/person.tsx'
import { BusFactorText } from './bus-factor-text.tsx'
import type { AllTime } from './people.ts'

type AllTimePanelProps = { fullName: string; all: Panel<AllTime> }

/** Who has ever committed, most commits first. */
export function AllTimePanel({ fullName, all }: AllTimePanelProps) {
  return (
    <>
      <DataPanel title="Since the beginning" panel={all}>
        {({ people, total, busFactor }) =>
          total === 0 ? (
            <PanelMessage>GitHub knows none.</PanelMessage>
          ) : (
            <>
              <Rows>
                {people.map((person, index) => (
                  <Row
                    key={person.login ?? `unknown ${index}`}
                    main={<Person {...person} />}
                    end={
                      <>
                        <Count value={person.commits} /> · {(person.share * 100).toFixed(1)} %
                      </>
                    }
                  />
                ))}
              </Rows>
              <PanelNote>
                {isPartial(all)
                  ? `The first ${total}, and their shares of what they committed; GitHub knows more`
                  : `${total} in all`}
              </PanelNote>
              <BusFactorText busFactor={busFactor} partial={isPartial(all)} />
            </>
          )
        }
      </DataPanel>
      {'data' in all && (
        <Pager
          label="Pages of contributors"
          page={all.data.page}
          lastPage={all.data.lastPage}
          hasNext={all.data.page < all.data.lastPage}
          href={(page) =>
            withSearch(repoPath(fullName, 'contributors'), { page: page === 1 ? undefined : page })
          }
        />
      )}
    </>
  )
}
