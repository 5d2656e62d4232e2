import type { CommunityFile, Panel } from '@repo/github'
import { Icon } from '@repo/ui/icon'
import { Row, Rows } from '@repo/ui/list-rows'
import { PanelMessage } from '@repo/ui/panel'
import { DataPanel } from '#components/panel/data-panel.tsx'

const names = {
  readme: 'README',
  license: 'License',
  contributing: 'Contributing guide',
  codeOfConduct: 'Code of conduct',
  issueTemplate: 'Issue template',
  pullRequestTemplate: 'Pull request template',
} as const satisfies Record<CommunityFile['file'], string>

/** The community files that GitHub recommends, present or missing. */
export function CommunityPanel({ community }: { community: Panel<CommunityFile[] | null> }) {
  return (
    <DataPanel title="Community files" panel={community}>
      {(files) =>
        files === null ? (
          <PanelMessage>GitHub has no community profile for forks.</PanelMessage>
        ) : (
          <Rows>
            {files.map(({ file, isPresent, url }) => (
              <Row
                key={file}
                main={url ? <a href={url}>{names[file]}</a> : names[file]}
                end={
                  <>
                    <Icon name={isPresent ? 'check' : 'x'} /> {isPresent ? 'present' : 'missing'}
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
