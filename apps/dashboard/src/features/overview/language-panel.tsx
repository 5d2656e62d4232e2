import type { Language, Panel } from '@repo/github'
import { PanelMessage } from '@repo/ui/panel'
import { ShareBar } from '@repo/ui/share-bar'
import { DataPanel } from '#components/panel/data-panel.tsx'

/** A language, with its color at GitHub if a visitor sees it. */
export type ColoredLanguage = Language & { color?: string }

/** The languages of the code by bytes. */
export function LanguagePanel({ languages }: { languages: Panel<ColoredLanguage[]> }) {
  return (
    <DataPanel title="Languages" panel={languages}>
      {(shares) =>
        shares.length === 0 ? (
          <PanelMessage>No languages detected.</PanelMessage>
        ) : (
          <ShareBar label="Languages by bytes" shares={shares} />
        )
      }
    </DataPanel>
  )
}
