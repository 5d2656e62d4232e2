import type { Panel } from '@repo/github'
import { PanelMessage } from '@repo/ui/panel'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { Prose } from '#components/prose/prose.tsx'
import type { SafeHtml } from '#components/prose/safe-html.server.ts'

type ReadmePanelProps = {
  readme: Panel<SafeHtml | null>
  /** The repository's URL on GitHub. */
  url: string | null
}

/** The first part of the README, without images. */
export function ReadmePanel({ readme, url }: ReadmePanelProps) {
  return (
    <DataPanel title="README" panel={readme}>
      {(excerpt) =>
        excerpt === null ? (
          <PanelMessage>No README.</PanelMessage>
        ) : (
          <>
            <Prose html={excerpt.html} />
            {url && (
              <PanelNote>
                <a href={`${url}#readme`}>View full README on GitHub</a>
              </PanelNote>
            )}
          </>
        )
      }
    </DataPanel>
  )
}
