import type { UnavailablePanel } from '@repo/github'
import { restrictionTexts } from '#components/restriction-texts.ts'
import { useFrame } from '#components/shell/frame-context.tsx'
import { RateLimitText, rateLimitSentence } from './stale-text.tsx'

type UnavailableText = {
  /** The state in a word or two. */
  label: string
  /** What happened, and what comes next. */
  sentence: string
}

/** The texts of panels without data, by state. */
export const unavailableTexts = {
  computing: {
    label: 'Computing…',
    sentence: 'GitHub is computing these statistics. This panel updates automatically.',
  },
  'rate-limited': { label: 'Rate limited', sentence: rateLimitSentence },
  forbidden: {
    label: 'Not available',
    sentence: 'GitHub doesn’t provide this for this repository (too large or restricted).',
  },
  'needs-token': {
    label: 'Token needed',
    sentence: 'This needs more API requests than GitHub allows without a token. Set GITHUB_TOKEN.',
  },
  unreadable: {
    label: 'Couldn’t read',
    sentence: 'GitHub sent data that this site could not read.',
  },
  overloaded: {
    label: 'Couldn’t load',
    sentence: 'This site is busy. Reload the page in a moment.',
  },
  'too-large': {
    label: 'Too large',
    sentence: 'GitHub sent more data than this site can load.',
  },
  unsearchable: {
    label: 'Not searchable',
    sentence:
      'GitHub doesn’t search these issues. The repository or its owner may be new, renamed, or restricted.',
  },
  unavailable: { label: 'Couldn’t load', sentence: 'GitHub didn’t return valid data.' },
} as const satisfies Record<UnavailablePanel['state'], UnavailableText>

/** Why a panel has no data; a viewer also sees what restricts their token. */
export function UnavailableSentence({ panel }: { panel: UnavailablePanel }) {
  const viewer = useFrame()?.viewer
  if (viewer && panel.state === 'forbidden' && panel.restriction) {
    return <span>{restrictionTexts[panel.restriction]}</span>
  }
  return panel.state === 'rate-limited' ? (
    <RateLimitText until={panel.until} />
  ) : (
    <span>{unavailableTexts[panel.state].sentence}</span>
  )
}
