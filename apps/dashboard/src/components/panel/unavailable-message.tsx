import type { UnavailablePanel } from '@repo/github'
import { PanelMessage } from '@repo/ui/panel'
import { restrictionTexts } from '#components/restriction-texts.ts'
import { useFrame } from '#components/shell/frame-context.tsx'
import { RetryLink } from '#components/shell/retry-link.tsx'
import { slowText, useHasStoppedPolling } from './polling.tsx'
import { RateLimitText, rateLimitSentence } from './stale-text.tsx'

// What happened, and what comes next.
const texts = {
  computing: {
    icon: 'sync',
    sentence: 'GitHub is computing these statistics.',
  },
  'rate-limited': { icon: 'clock', sentence: rateLimitSentence },
  forbidden: {
    icon: 'lock',
    sentence: 'GitHub doesn’t provide this for this repository (too large or restricted).',
  },
  'needs-token': {
    icon: 'lock',
    sentence: 'This needs more API requests than GitHub allows without a token. Set GITHUB_TOKEN.',
  },
  unreadable: { icon: 'alert', sentence: 'GitHub sent data that this site could not read.' },
  overloaded: { icon: 'clock', sentence: 'This site is busy. Reload the page in a moment.' },
  'too-large': { icon: 'alert', sentence: 'GitHub sent more data than this site can load.' },
  unsearchable: {
    icon: 'unlink',
    sentence:
      'GitHub doesn’t search these issues. The repository or its owner may be new, renamed, or restricted.',
  },
  unavailable: { icon: 'unlink', sentence: 'GitHub didn’t return valid data.' },
} as const satisfies Record<UnavailablePanel['state'], { icon: string; sentence: string }>

/** The body of a panel without data: why there is none. */
export function UnavailableMessage({ panel }: { panel: UnavailablePanel }) {
  return (
    <PanelMessage icon={texts[panel.state].icon}>
      <UnavailableSentence panel={panel} />
    </PanelMessage>
  )
}

/** Why a panel has no data; a viewer also sees what restricts their token. */
export function UnavailableSentence({ panel }: { panel: UnavailablePanel }) {
  const viewer = useFrame()?.viewer
  if (viewer && panel.state === 'forbidden' && panel.restriction) {
    return <span>{restrictionTexts[panel.restriction]}</span>
  }
  if (panel.state === 'computing') return <ComputingSentence />
  return panel.state === 'rate-limited' ? (
    <RateLimitText until={panel.until} />
  ) : (
    <span>{texts[panel.state].sentence}</span>
  )
}

function ComputingSentence() {
  const hasStopped = useHasStoppedPolling()
  return (
    <span>
      {hasStopped ? slowText : texts.computing.sentence} <RetryLink label="Retry" />
    </span>
  )
}
