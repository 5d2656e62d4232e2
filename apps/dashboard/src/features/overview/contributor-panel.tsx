import type { Contributor, Panel } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { PanelMessage } from '@repo/ui/panel'
import Link from 'next/link'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { Person } from '#components/repo/person.tsx'

/** The contributors of the past year: those that the panel lists, and their number. */
export type TopContributors = {
  people: Contributor[]
  total: number
}

type ContributorPanelProps = {
  /** Path or URL of all contributors. */
  href: string | undefined
  contributors: Panel<TopContributors>
}

/** The contributors with the most commits in the past year. */
export function ContributorPanel({ href, contributors }: ContributorPanelProps) {
  return (
    <DataPanel title="Contributors" panel={contributors} showsPartial>
      {({ people, total }) =>
        total === 0 ? (
          <PanelMessage>
            No commits in the past year. {href && <Link href={href}>All contributors</Link>}
          </PanelMessage>
        ) : (
          <>
            <Rows>
              {people.map((person, index) => (
                <Row
                  key={person.login ?? `unknown ${index}`}
                  main={<Person {...person} />}
                  end={
                    person.commits === null ? (
                      'unknown'
                    ) : (
                      <>
                        <Count value={person.commits} /> commits
                      </>
                    )
                  }
                />
              ))}
            </Rows>
            <PanelNote>
              {href ? (
                <Link href={href}>{countText(total, isPartial(contributors))}</Link>
              ) : (
                countText(total, isPartial(contributors))
              )}
            </PanelNote>
          </>
        )
      }
    </DataPanel>
  )
}

function countText(total: number, hasMore: boolean): string {
  return `${total}${hasMore ? '+' : ''} ${total === 1 ? 'contributor' : 'contributors'} in the past year`
}
