import { withoutSpaces } from './match-names.ts'

// GitHub is searched for no shorter and no longer text.
const MIN_TEXT_LENGTH = 2
const MAX_TEXT_LENGTH = 100

/**
 * Returns the search for a text that a visitor types: words, or an owner and the start of a name.
 * Other texts, as those with GitHub's qualifiers, have no suggestions.
 */
export function toSuggestQuery(text: string): string | undefined {
  const typed = withoutSpaces(text).trim()
  if (typed.length < MIN_TEXT_LENGTH || typed.length > MAX_TEXT_LENGTH) return undefined
  const [, owner, start] = /^([a-z\d-]{1,39})\/([\w.-]*)$/i.exec(typed) ?? []
  if (owner !== undefined) return `${start} user:${owner}`.trim()
  return /^[\p{L}\p{N}._ -]+$/u.test(typed) ? typed.replace(/ +/g, ' ') : undefined
}
