import type { Panel } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { Pager } from '@repo/ui/pager'
import { PanelMessage } from '@repo/ui/panel'
import { withSearch } from '#features/list/list-query.ts'
import { isPartial } from '#features/repo/panel-data.ts'
import { PanelNote } from '#features/repo/panel-note.tsx'
import { repoPath } from '#features/repo/paths.ts'
import { Person } from '#features/repo/person.tsx'
import { RepoPanel } from '#features/repo/repo-panel.tsx'
import { BusFactorText } from './bus-factor-text.tsx'
import type { AllTime } from './people.ts'

type AllTimePanelProps = { fullName: string; all: Panel<AllTime> }

/** Who has ever committed, most commits first. */
export function AllTimePanel({ fullName, all }: AllTimePanelProps) {
  return (
    <>
      <RepoPanel title="Since the beginning" panel={all}>
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
      </RepoPanel>
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
