import type { UnavailablePanel } from '@repo/github'
import { Timestamp } from '@repo/ui/timestamp'
import { restrictionTexts } from '#components/restriction-texts.ts'
import { useFrame } from '#components/shell/frame-context.tsx'

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
  'rate-limited': { label: 'Rate limited', sentence: 'GitHub’s rate limit is reached.' },
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

/** The text beside stale data. */
export const staleText = 'Couldn’t load newer data from GitHub. Showing the last known data.'

/** The text beside a list that lacks items. */
export const partialText =
  'Some results may be missing: GitHub didn’t return them, or this site could not read them.'

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

/** Shows that the rate limit is reached, and when it resets. */
export function RateLimitText({ until }: { until: string }) {
  return (
    <span>
      {unavailableTexts['rate-limited'].sentence} Try again after{' '}
      <Timestamp date={until} format="time" />.
    </span>
  )
}
