/** Returns whether a text contains each word of what was typed; a slash may stand between spaces. */
export function matchesWords(typed: string, text: string): boolean {
  const lowerText = text.toLowerCase()
  return wordsOf(typed).every((word) => lowerText.includes(word))
}

/** Returns the `owner/name`s that match: those that begin with the first word, then the others. */
export function matchNames(typed: string, names: readonly string[]): string[] {
  const [first = ''] = wordsOf(typed)
  const begins = (name: string) =>
    [name, name.slice(name.indexOf('/') + 1)].some((part) => part.toLowerCase().startsWith(first))
  const matching = names.filter((name) => matchesWords(typed, name))
  return [...matching.filter(begins), ...matching.filter((name) => !begins(name))]
}

/** The label of the names that GitHub finds. */
export const GITHUB_GROUP = 'On GitHub'

/** Names of repositories from one source. */
export type NameGroup = { label: string; names: readonly string[] }

/** Returns each name once, in the first group that has it: at most `maxNames`, and none of `except`. */
export function mergeGroups(
  groups: readonly NameGroup[],
  { except, maxNames }: { except: readonly string[]; maxNames: number },
): NameGroup[] {
  const seen = new Set(except.map((name) => name.toLowerCase()))
  let rest = maxNames
  const merged: NameGroup[] = []
  for (const { label, names } of groups) {
    const others = names.filter((name) => !seen.has(name.toLowerCase())).slice(0, rest)
    for (const name of others) seen.add(name.toLowerCase())
    rest -= others.length
    if (others.length > 0) merged.push({ label, names: others })
  }
  return merged
}

/** Returns the `owner/name` that a text is. */
export function parseFullName(text: string): string | undefined {
  const name = withoutSpaces(text).trim()
  return /^[\w-]{1,39}\/[\w.-]{1,100}$/.test(name) ? name : undefined
}

/** Whether a text is an address, from which the server finds the name of a repository. */
export function isAddress(text: string): boolean {
  return /^(?:(?:https?|ssh|git):\/\/|git@|[\w-]+\.[\w.-]*[:/])[^\s,]+$/i.test(text.trim())
}

function wordsOf(typed: string): string[] {
  return withoutSpaces(typed.toLowerCase()).split(/\s+/).filter(Boolean)
}

/** Removes the spaces around each slash. */
export function withoutSpaces(text: string): string {
  return text
    .split('/')
    .map((part) => part.trim())
    .join('/')
}
