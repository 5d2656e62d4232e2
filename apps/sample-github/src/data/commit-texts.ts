import { draw, type NonEmpty, pick } from './random.ts'

const kinds: NonEmpty<string> = ['fix', 'fix', 'feat', 'docs', 'test', 'refactor', 'perf', 'chore']

const areas: NonEmpty<string> = ['scheduler', 'cli', 'rollback', 'api', 'config', 'ui', 'metrics']

const subjects: NonEmpty<string> = [
  'read the clock once per run',
  'name the missing key',
  'close idle connections after a minute',
  'keep the order of steps stable',
  'accept paths with spaces',
  'stop logging header values',
  'retry only what is safe to retry',
  'explain quiet hours',
  'drop support for the old manifest',
  'measure the time of every step',
  'use the same date format everywhere',
  'cover daylight saving time',
  'make the empty state friendlier',
  'move the parser to its own module',
  'bump the lock file',
  'cache the manifest between steps',
  'never exit with 0 after a failure',
  'show the next run in local time',
]

const polyglotSubjects: NonEmpty<string> = [
  'исправить поиск по букве «ё»',
  '絵文字の幅を数え直す 🚀',
  'תיקון כיווניות בכותרת',
  'إصلاح المحاذاة من اليمين إلى اليسار',
  'Straße und Größe richtig sortieren',
]

export function commitMessage(seed: number, index: number, polyglot: boolean): string {
  const pool = polyglot ? polyglotSubjects : subjects
  const subject = pick(pool, draw(seed, 'subject', index))
  const kind = pick(kinds, draw(seed, 'kind', index))
  const area = pick(areas, draw(seed, 'area', index))
  const title = `${kind}(${area}): ${subject}`
  if (draw(seed, 'body', index) < 0.75) return title
  return `${title}\n\nThe old way worked only when every clock agreed.`
}

export const polyglotNames: NonEmpty<string> = [
  'Αλεξάνδρα Παππά',
  'משה כהן',
  '李 明',
  'عائشة الحسن',
  'Bjørn Ærøskøbing',
  'Åsa 👩‍🚀 Öberg',
]
