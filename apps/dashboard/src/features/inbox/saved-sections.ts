import { type FormEvent, useEffect } from 'react'
import { inboxStates, updateInbox, withQueries } from '#components/inbox/inbox-states.ts'
import { replaceQuietly } from '#components/list/replace-quietly.ts'
import { useFrame } from '#components/shell/frame-context.tsx'
import type { Inbox } from './inbox.ts'
import { type InboxRequest, inboxPath } from './inbox-request.ts'

/** Adds the saved sections to a URL without any, and removes a saved search that is rejected. */
export function useSavedSections({ request, edited }: Inbox): void {
  const login = useLogin()

  useEffect(() => {
    const saved = inboxStates.read()[login]?.queries ?? []
    if (edited?.problem && saved.includes(edited.query)) removeQuery(login, edited.query)
    const isPlain = request.queries.length === 0 && !request.section && !edited
    if (isPlain && saved.length > 0) {
      const path = inboxPath({ ...request, queries: [...saved] })
      void replaceQuietly(path)
    }
  }, [request, edited, login])
}

/** Returns a handler that saves the search of a form, in place of the search that it edits. */
export function useSaveSection({ queries, edited }: InboxRequest) {
  const login = useLogin()
  return ({ target }: FormEvent) => {
    const query = target instanceof HTMLFormElement ? lastQueryOf(target) : ''
    if (query === '') return
    updateInbox(login, (state) =>
      withQueries(state, [...state.queries.filter((saved) => saved !== edited), ...queries, query]),
    )
  }
}

/** Returns a function that removes a saved search. */
export function useRemoveSection(): (query: string) => void {
  const login = useLogin()
  return (query) => removeQuery(login, query)
}

function removeQuery(login: string, query: string): void {
  updateInbox(login, (state) =>
    withQueries(
      state,
      state.queries.filter((saved) => saved !== query),
    ),
  )
}

// The field follows the hidden fields with the other searches.
function lastQueryOf(form: HTMLFormElement): string {
  return String(new FormData(form).getAll('q').at(-1) ?? '').trim()
}

function useLogin(): string {
  return useFrame()?.viewer?.login ?? ''
}
