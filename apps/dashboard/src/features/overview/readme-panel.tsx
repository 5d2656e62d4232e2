import type { Panel } from '@repo/github'
import { PanelMessage } from '@repo/ui/panel'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { Prose } from '#components/prose/prose.tsx'
import type { SafeHtml } from '#components/prose/safe-html.server.ts'

type ReadmePanelProps = {
  readme: Panel<SafeHtml | null>
  /** The repository's address at GitHub. */
  url: string | null
}

/** The beginning of the README. */
export function ReadmePanel({ readme, url }: ReadmePanelProps) {
  return (
    <DataPanel title="README" panel={readme}>
      {(excerpt) =>
        excerpt === null ? (
          <PanelMessage>There is no README.</PanelMessage>
        ) : (
          <>
            <Prose html={excerpt.html} />
            {url && (
              <PanelNote>
                <a href={`${url}#readme`}>
                  {excerpt.cut ? 'The rest of it, and its pictures' : 'With its pictures'}
                </a>{' '}
                at GitHub
              </PanelNote>
            )}
          </>
        )
      }
    </DataPanel>
  )
}
