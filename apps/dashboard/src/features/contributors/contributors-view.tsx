import type { BusFactor, Panel, Repo } from '@repo/github'
import { Columns, Stack } from '@repo/ui/columns'
import { Count } from '@repo/ui/count'
import { DataTable } from '@repo/ui/data-table'
import { LineChart } from '@repo/ui/line-chart'
import type { LinePlot } from '@repo/ui/line-plot'
import { Row, Rows } from '@repo/ui/list-rows'
import { Pager } from '@repo/ui/pager'
import { PanelMessage } from '@repo/ui/panel'
import { formatShare } from '@repo/ui/share'
import Link from 'next/link'
import { ChartLinks } from '#components/charts/chart-links.tsx'
import type { ChartName } from '#components/charts/chart-names.ts'
import { formatBusFactor } from '#components/format-bus-factor.ts'
import { useListPath } from '#components/list/list-path.ts'
import { ListPlace } from '#components/list/list-place.tsx'
import { addSearchParams } from '#components/list-query.ts'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { type LinkedRepo, tabPath } from '#components/repo/paths.ts'
import { Person } from '#components/repo/person.tsx'
import type { AllTimeContributors, LastYearContributors } from './contributor-lists.ts'

/** The props of the contributors view. */
export type ContributorsViewProps = {
  repo: Repo
  allTime: Panel<AllTimeContributors>
  lastYear: Panel<LastYearContributors>
}

/** The contributors of the last twelve months and of all time. */
export function ContributorsView({ repo, allTime, lastYear }: ContributorsViewProps) {
  return (
    <Columns
      main={<LastYearPanel repo={repo} lastYear={lastYear} />}
      side={<AllTimePanel repo={repo} allTime={allTime} />}
    />
  )
}

type LastYearPanelProps = { repo: LinkedRepo; lastYear: Panel<LastYearContributors> }

function LastYearPanel({ repo, lastYear }: LastYearPanelProps) {
  return (
    <DataPanel title="Last 12 months" panel={lastYear} showsPartial>
      {({ people, total, commits, busFactor, curve }) =>
        total === 0 ? (
          <PanelMessage>No commits in the past year.</PanelMessage>
        ) : (
          <Stack>
            <div>
              <ShareCurve
                label="Share of commits, last 12 months"
                curve={curve}
                repo={repo}
                name="commit-share"
              />
              <BusFactorNote
                busFactor={busFactor}
                period="past year"
                hasMore={isPartial(lastYear)}
              />
            </div>
            <div>
              <DataTable
                label="Contributors in the last 12 months"
                cellType="number"
                columns={['Contributor', 'Commits', 'Additions', 'Deletions']}
                rows={people.map((person, index) => ({
                  key: person.login ?? `unknown ${index}`,
                  name: <Person {...person} />,
                  cells: [
                    <Count key="commits" value={person.commits} />,
                    <LineCount key="additions" value={person.added} />,
                    <LineCount key="deletions" value={person.removed} />,
                  ],
                }))}
              />
              <PanelNote>
                <Count value={commits} /> commits by {total}{' '}
                {total === 1 ? 'contributor' : 'contributors'}
                {people.length < total && <span>{` (top ${people.length} shown)`}</span>}
                {isPartial(lastYear) && <span> · GitHub returns at most 100 contributors</span>}
                {people[0]?.added === null && (
                  <span> · GitHub has no line counts for a repository this large</span>
                )}
              </PanelNote>
              <PanelNote>
                GitHub leaves merge commits and empty commits out of these statistics, so the total
                can be lower than the commit count on the{' '}
                <Link href={tabPath(repo, 'activity')}>activity page</Link>.
              </PanelNote>
            </div>
          </Stack>
        )
      }
    </DataPanel>
  )
}

function LineCount({ value }: { value: number | null }) {
  return value === null ? '–' : <Count value={value} />
}

type AllTimePanelProps = { repo: LinkedRepo; allTime: Panel<AllTimeContributors> }

function AllTimePanel({ repo, allTime }: AllTimePanelProps) {
  const toListPath = useListPath()
  return (
    <>
      <ListPlace>
        <DataPanel title="All time" panel={allTime} showsPartial>
          {({ people, total, busFactor, curve }) =>
            total === 0 ? (
              <PanelMessage>No contributors yet.</PanelMessage>
            ) : (
              <Stack>
                <div>
                  <ShareCurve
                    label="Share of commits, all time"
                    curve={curve}
                    repo={repo}
                    name="commit-share-all-time"
                  />
                  <BusFactorNote
                    busFactor={busFactor}
                    period="all time"
                    hasMore={isPartial(allTime)}
                  />
                </div>
                <div>
                  <Rows>
                    {people.map((person, index) => (
                      <Row
                        key={person.login ?? `unknown ${index}`}
                        main={<Person {...person} />}
                        end={
                          person.commits !== null && person.share !== null ? (
                            <span>
                              <Count value={person.commits} /> · {formatShare(person.share)}
                            </span>
                          ) : (
                            'unknown'
                          )
                        }
                      />
                    ))}
                  </Rows>
                  <PanelNote>
                    {isPartial(allTime)
                      ? `Top ${total}; percentages are of their commits`
                      : `${total} ${total === 1 ? 'contributor' : 'contributors'}`}
                  </PanelNote>
                  <PanelNote>
                    GitHub leaves authors without a GitHub account out of this list, so the total
                    can be lower than the repository&rsquo;s commit count.
                  </PanelNote>
                </div>
              </Stack>
            )
          }
        </DataPanel>
      </ListPlace>
      {'data' in allTime && (
        <Pager
          label="Pages of contributors"
          page={allTime.data.page}
          lastPage={allTime.data.lastPage}
          hasNext={allTime.data.page < allTime.data.lastPage}
          href={(page) =>
            toListPath(
              addSearchParams(tabPath(repo, 'contributors'), {
                page: page === 1 ? undefined : page,
              }),
            )
          }
        />
      )}
    </>
  )
}

type ShareCurveProps = {
  label: string
  curve: LinePlot | null
  repo: LinkedRepo
  name: ChartName
}

/** The share of commits of the most active people, where there is more than one. */
function ShareCurve({ label, curve, repo, name }: ShareCurveProps) {
  if (curve === null) return null
  return (
    <>
      <h3>Share of commits</h3>
      <LineChart
        label={label}
        plot={curve}
        unit="%"
        actions={<ChartLinks repo={repo} name={name} />}
      />
    </>
  )
}

type BusFactorNoteProps = {
  busFactor: BusFactor | null
  period: 'past year' | 'all time'
  /** Whether GitHub has more contributors than it returned. */
  hasMore: boolean
}

/** The bus factor in a sentence, linked to its definition. */
function BusFactorNote({ busFactor, period, hasMore }: BusFactorNoteProps) {
  if (busFactor === null) return null
  return (
    <PanelNote>
      Bus factor {busFactor.people}: {formatBusFactor(busFactor, { period, hasMore })}.{' '}
      <a href="https://chaoss.community/kb/metric-contributor-absence-factor/">What is this?</a>
    </PanelNote>
  )
}
