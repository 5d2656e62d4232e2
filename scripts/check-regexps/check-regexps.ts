import { readFileSync } from 'node:fs'
import { check } from 'recheck'
import { fromRoot } from '../programs.ts'
import { listFiles } from '../repository-files.ts'
import { findRegexps } from './find-regexps.ts'

// Without timeouts, the result is the same on a slow machine.
const WITHOUT_TIMEOUTS = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
}

// Tests are left out, because they receive no untrusted text.
const paths = listFiles(
  'apps/*.ts',
  'apps/*.tsx',
  'apps/*.js',
  'packages/*.ts',
  'packages/*.tsx',
).filter((path) => !/\.test\.|test-support|\/test-/.test(path))
const places = new Map<string, string>()
for (const path of paths) {
  for (const { line, pattern, flags } of findRegexps(path, readFileSync(fromRoot(path), 'utf8'))) {
    places.set(`/${pattern}/${flags}`, `${path}:${line}`)
  }
}

let problems = 0
for (const [regexp, place] of places) {
  const end = regexp.lastIndexOf('/')
  const result = await check(regexp.slice(1, end), regexp.slice(end + 1), WITHOUT_TIMEOUTS)
  if (result.status === 'safe') continue
  problems += 1
  const reason =
    result.status === 'unknown'
      ? result.error.kind
      : `${result.complexity.summary}, for example ${result.attack.pattern}`
  console.error(`${place} ${regexp} takes more than linear time: ${reason}`)
}
console.log(`${places.size} regular expressions checked`)
process.exitCode = problems === 0 ? 0 : 1
