import { draw, type NonEmpty, pick } from './random.ts'

export type LabelText = { name: string; color: string; description: string }

export const labels: NonEmpty<LabelText> = [
  { name: 'bug', color: 'd73a4a', description: 'Something does not work' },
  { name: 'enhancement', color: 'a2eeef', description: 'New feature or request' },
  { name: 'documentation', color: '0075ca', description: 'Improvements or additions to the docs' },
  { name: 'good first issue', color: '7057ff', description: 'Good for newcomers' },
  { name: 'help wanted', color: '008672', description: 'Extra attention is needed' },
  { name: 'question', color: 'd876e3', description: 'Further information is requested' },
  { name: 'regression', color: 'b60205', description: 'It worked in an earlier release' },
  { name: 'performance', color: 'fbca04', description: 'Too slow or too large' },
  { name: 'area: scheduler', color: 'bfdadc', description: 'Schedules and quiet hours' },
  { name: 'area: cli', color: 'c5def5', description: 'The command line' },
]

export const polyglotLabels: NonEmpty<LabelText> = [
  { name: 'ошибка 🐛', color: 'd73a4a', description: 'Что-то не работает' },
  { name: '改善', color: 'a2eeef', description: '新しい機能の要望' },
  { name: 'תיעוד', color: '0075ca', description: 'שיפורים בתיעוד' },
  { name: 'سؤال', color: 'd876e3', description: 'نحتاج إلى مزيد من المعلومات' },
  { name: 'e\u0301te\u0301 ☀️', color: 'fbca04', description: 'combining marks' },
]

export const dependenciesLabel: LabelText = {
  name: 'dependencies',
  color: '0366d6',
  description: 'Pull requests that update a dependency file',
}

const places: NonEmpty<string> = [
  'Scheduler',
  'CLI',
  'Rollback',
  'Dashboard',
  'Webhooks',
  'Metrics',
  'Config',
  'Login',
  'Docs',
  'Retry queue',
  'Windows',
  'Helm chart',
  'Docker image',
  'Search',
]

const problems: NonEmpty<string> = [
  'skips a run when daylight saving time ends',
  'exits with 0 although a step failed',
  'hangs when the server closes the connection',
  'shows the wrong time zone in the summary',
  'leaks a file handle on every retry',
  'ignores `--dry-run` when a profile is set',
  'cannot read a path with a space in it',
  'prints the token when verbose is on',
  'is slow with more than 500 targets',
  'loses the last line of a long log',
  'crashes on an empty manifest',
  'needs a keyboard shortcut to jump to the next failure',
  'should name the missing key',
  'reports success before the health check is done',
  'treats 304 as an error',
  'breaks behind a corporate proxy',
  'rounds percentages so that they sum to 101',
  'does not work with Node.js 24',
  'could remember the last filter',
  'has a dead link on the first page',
  'mixes up staging and production in the title',
  'waits forever on a missing webhook',
  'should keep the old release until the new one is healthy',
]

const changes: NonEmpty<string> = [
  'name the missing key',
  'keep the last healthy release',
  'honor quiet hours across midnight',
  'stop retrying after a 4xx',
  'stream the log instead of buffering it',
  'drop the deprecated `--force` flag',
  'move the parser to its own module',
  'cover the empty manifest with a test',
  'show seconds when a step is fast',
  'explain how a rollback decides',
  'use one clock in every test',
  'cache the manifest between steps',
  'close the socket when the client leaves',
  'support paths with spaces',
]

const polyglotTitles: NonEmpty<string> = [
  'Η αναζήτηση δεν βρίσκει τόνους',
  'קישור שבור בתיעוד',
  '絵文字 👩‍🚀 が切れて表示される',
  'لا يعمل البحث من اليمين إلى اليسار',
  'Größe von „Straße“ wird falsch gezählt',
  'Поиск не учитывает букву «ё»',
  'Z͑ͫ̓ä́l̴go text overflows its row',
  '<b>Bold</b> titles & "quotes" are shown as text',
]

const packages: NonEmpty<string> = [
  'undici',
  'zod',
  'esbuild',
  'yaml',
  'vite',
  'typescript',
  'pg',
  'fastify',
]

export function issueTitle(seed: number, number: number, polyglot: boolean): string {
  if (polyglot) return pick(polyglotTitles, draw(seed, 'title', number))
  const place = pick(places, draw(seed, 'place', number))
  return `${place} ${pick(problems, draw(seed, 'problem', number))}`
}

export function pullTitle(seed: number, number: number, polyglot: boolean): string {
  if (polyglot) return pick(polyglotTitles, draw(seed, 'title', number))
  const place = pick(places, draw(seed, 'place', number))
  return `${place}: ${pick(changes, draw(seed, 'change', number))}`
}

export function updateTitle(seed: number, number: number): string {
  const name = pick(packages, draw(seed, 'package', number))
  const minor = Math.floor(draw(seed, 'minor', number) * 20)
  return `Bump ${name} from 3.${minor}.0 to 3.${minor + 1}.0`
}

export function issueText(title: string): string {
  return `### What happened\n\n${title}. It began with the last release and happens about every third time.\n\n### What I expected\n\nThe same as the day before.\n\n### How to reproduce\n\n1. Start from a clean checkout\n2. Run \`make demo\`\n3. Wait a minute\n`
}

export function pullText(title: string): string {
  return `${title}.\n\n- [x] tests\n- [x] changelog\n- [ ] documentation\n`
}

const comments: NonEmpty<string> = [
  'I see the same on the latest release.',
  'Thanks for the report! Could you add the output of `--verbose`?',
  'Confirmed. The clock is read twice; I will send a fix.',
  'This is fixed on `main` and will be in the next release.',
  'Works for me on macOS, fails on Alpine.',
  'Could we keep the old name for one more release?',
  '👍',
]

export function commentText(seed: number, index: number): string {
  return pick(comments, draw(seed, 'comment', index))
}
