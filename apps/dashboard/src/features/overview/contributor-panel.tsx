import type { Panel } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { PanelMessage } from '@repo/ui/panel'
import Link from 'next/link'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { Person } from '#components/repo/person.tsx'
import type { TopContributors } from './top-contributors.ts'

type ContributorPanelProps = {
  /** Where there is more. */
  href: string | undefined
  contributors: Panel<TopContributors>
}

/** Who wrote it, most commits first. */
export function ContributorPanel({ href, contributors }: ContributorPanelProps) {
  return (
    <DataPanel title="Contributors" panel={contributors}>
      {({ people, total }) =>
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
                      <Count value={person.commits} /> commits
                    </>
                  }
                />
              ))}
            </Rows>
            <PanelNote>
              {isPartial(contributors) && 'More than '}
              {total} in all
              {href && (
                <>
                  {' '}
                  · <Link href={href}>who and how much</Link>
                </>
              )}
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}
