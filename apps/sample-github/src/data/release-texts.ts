import { draw, type NonEmpty, pick } from './random.ts'

const changes: NonEmpty<string> = [
  'Rollbacks start within five seconds of a failed health check.',
  'Quiet hours may cross midnight.',
  'The log is streamed, so long runs no longer need memory for it.',
  'A missing key is named in the error message.',
  'Paths with spaces work on every platform.',
  'The summary uses the time zone of the viewer.',
  'Retries stop after a 4xx response.',
  'The container image is a third smaller.',
  'Skipped steps give a reason.',
  'Percentages always sum to 100.',
]

const polyglotNames: NonEmpty<string> = [
  'Ἀργώ 🚀',
  '白夜',
  'גרסת האביב',
  'إصدار الربيع',
  'E\u0301te\u0301 & "Herbst"',
]

export function releaseTitle(
  seed: number,
  index: number,
  version: string,
  polyglot: boolean,
): string | null {
  if (polyglot) return `${version} ${pick(polyglotNames, draw(seed, 'release name', index))}`
  const style = draw(seed, 'release style', index)
  if (style < 0.1) return null
  return style < 0.8 ? version : `${version}: ${style < 0.9 ? 'steadier' : 'quicker'}`
}

function changesOf(seed: number, index: number): string[] {
  return [0, 1, 2].map((line) => pick(changes, draw(seed, `change ${line}`, index)))
}

export function releaseNotes(seed: number, index: number, previous: string | undefined): string {
  const lines = changesOf(seed, index).map((change) => `- ${change}`)
  const since = previous ? `\n**Everything since ${previous}** is in the commit list.\n` : ''
  return `## What's changed\n\n${[...new Set(lines)].join('\n')}\n\n## Upgrade\n\nNo step is needed.\n${since}`
}

/** The release notes as GitHub renders them. */
export function releaseNotesHtml(
  seed: number,
  index: number,
  previous: string | undefined,
): string {
  const lines = changesOf(seed, index).map((change) => `<li>${change}</li>`)
  const since = previous
    ? `\n<p><strong>Everything since ${previous}</strong> is in the commit list.</p>`
    : ''
  return `<h2>What's changed</h2>\n<ul>\n${[...new Set(lines)].join('\n')}\n</ul>\n<h2>Upgrade</h2>\n<p>No step is needed.</p>${since}`
}
