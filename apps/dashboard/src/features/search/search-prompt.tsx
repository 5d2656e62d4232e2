import { Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import type { PromptTextProps } from './prompt-text.tsx'

const PromptText = loadOnDemand(async () => (await import('./prompt-text.tsx')).PromptText)

/** Shown in place of the results of a search that GitHub would reject. */
export function SearchPrompt(props: PromptTextProps) {
  return (
    <Suspense>
      <PromptText {...props} />
    </Suspense>
  )
}
