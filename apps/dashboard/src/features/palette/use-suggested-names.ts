import { useEffect, useState } from 'react'
import { pins, recent } from '#components/repo/pins.ts'
import { type StoredRepos, useStoredRepos } from '#components/repo/stored-repos.ts'
import { GITHUB_GROUP, matchNames, mergeGroups, type NameGroup } from './match-names.ts'
import type { SuggestResponse } from './send-suggestions.server.ts'
import { toSuggestQuery } from './suggest-query.ts'

/** Long enough that GitHub is searched for a word, and not for each of its letters. */
const DEBOUNCE_MS = 250

const MAX_NAMES = 8

type SuggestOptions = {
  /** Names that are not suggested. */
  except: readonly string[]
  /** Whether the text may name a private repository; it is then not sent in a public request. */
  isPrivate?: boolean | undefined
}

/** Suggests repositories: pinned ones, recently viewed ones, and those that GitHub finds. */
export function useSuggestedNames(
  typed: string,
  { except, isPrivate = false }: SuggestOptions,
): NameGroup[] {
  return mergeGroups(
    [
      { label: 'Pinned', names: matchNames(typed, useNamesOf(pins)) },
      { label: 'Recently viewed', names: matchNames(typed, useNamesOf(recent)) },
      { label: GITHUB_GROUP, names: useFoundNames(isPrivate ? '' : typed.trim()) },
    ],
    { except, maxNames: MAX_NAMES },
  )
}

function useNamesOf(list: StoredRepos): string[] {
  return (useStoredRepos(list) ?? []).map(({ name }) => name)
}

function useFoundNames(typed: string): string[] {
  const [found, setFound] = useState({ typed: '', names: [] as string[] })

  useEffect(() => {
    if (toSuggestQuery(typed) === undefined) return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      fetchNames(typed, controller.signal)
        .then((names) => setFound({ typed, names }))
        // The form works without suggestions.
        .catch(() => {})
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [typed])

  if (found.typed === typed) return found.names
  // Until the next response, those of the last one that still match.
  return typed === '' ? [] : matchNames(typed, found.names)
}

async function fetchNames(typed: string, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(`/api/suggest?q=${encodeURIComponent(typed)}`, { signal })
  if (!response.ok) return []
  const { names }: SuggestResponse = await response.json()
  return names
}
