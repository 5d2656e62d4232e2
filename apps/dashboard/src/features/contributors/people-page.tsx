import type { Panel, Repo } from '@repo/github'
import { Columns } from '@repo/ui/columns'
import { usePolling } from '#components/panel/use-polling.ts'
import { AllTimePanel } from './all-time-panel.tsx'
import { LastYearPanel } from './last-year-panel.tsx'
import type { AllTime, LastYear } from './people.ts'

/** What the page of contributors shows. */
export type PeoplePageProps = { repo: Repo; all: Panel<AllTime>; year: Panel<LastYear> }

/** Who contributes to a repository, and how much. */
export function PeoplePage({ repo, all, year }: PeoplePageProps) {
  usePolling(year.state === 'computing')
  return (
    <Columns
      main={<LastYearPanel year={year} />}
      side={<AllTimePanel fullName={repo.fullName} all={all} />}
    />
  )
}
