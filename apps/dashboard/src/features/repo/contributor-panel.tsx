import type { Contributor, Panel } from '@repo/github'
import { Avatar } from '@repo/ui/avatar'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { PanelMessage } from '@repo/ui/panel'
import Link from 'next/link'
import { PanelNote } from './panel-note.tsx'
import { ownerPath } from './paths.ts'
import { RepoPanel } from './repo-panel.tsx'
import type { TopContributors } from './top-contributors.ts'

/** Who wrote it, most commits first. */
export function ContributorPanel({ contributors }: { contributors: Panel<TopContributors> }) {
  return (
    <RepoPanel title="Contributors" panel={contributors}>
      {({ people, total }) =>
        total === 0 ? (
          <PanelMessage>Nobody has committed yet.</PanelMessage>
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
              {contributors.state === 'partial' && 'More than '}
              {total} in all
            </PanelNote>
          </>
        )
      }
    </RepoPanel>
  )
}

function Person({ login, avatarUrl, bot }: Contributor) {
  // A bot has a name that no owner's page can have.
  const name = login === null || bot ? login : <Link href={ownerPath(login)}>{login}</Link>
  return (
    <>
      {avatarUrl && <Avatar src={avatarUrl} size={20} />} {name ?? 'somebody unknown to GitHub'}{' '}
      {bot && <Chip>bot</Chip>}
    </>
  )
}
