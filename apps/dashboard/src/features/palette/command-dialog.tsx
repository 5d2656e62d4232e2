import { Dialog } from '@repo/ui/dialog'
import { useRouter } from 'next/router'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { MAX_PINS, pins, recent, togglePin } from '#components/repo/pins.ts'
import type { StoredRepo } from '#components/repo/stored-repos.ts'
import styles from './command-dialog.module.css'
import type { Action } from './commands.ts'
import { listChoices, listComparisons } from './list-choices.ts'
import { parseFullName } from './match-names.ts'
import { OptionList } from './option-list.tsx'
import type { Trigger } from './trigger.ts'
import { useSuggestedNames } from './use-suggested-names.ts'

type CommandDialogProps = {
  trigger: Trigger
  onShortcuts: () => void
  onClose: () => void
}

/** A dialog that finds repositories, pages and actions by their names. */
export function CommandDialog({ trigger, onShortcuts, onClose }: CommandDialogProps) {
  const { push } = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [field, setField] = useState<HTMLInputElement | null>(null)
  const [typed, setTyped] = useState('')
  const [isComparing, setComparing] = useState(false)
  const [isFull, setFull] = useState(false)
  const repo = useCurrentRepo()
  const groups = useChoices(typed, repo, isComparing)

  function open(path: string) {
    dialog.current?.close()
    void push(path)
  }

  function run(action: Action) {
    switch (action.kind) {
      case 'open':
        return open(action.path)
      case 'compare':
        // At once: the next key may follow within a millisecond.
        return flushSync(() => {
          setTyped('')
          setComparing(true)
        })
      case 'pin':
        if (repo?.stored && !togglePin(repo.stored)) return setFull(true)
        return dialog.current?.close()
      case 'theme':
        setTheme(action.theme)
        return dialog.current?.close()
      case 'shortcuts':
        return onShortcuts()
      case 'inspect':
        dialog.current?.close()
        return document.getElementById('inspect')?.click()
    }
  }

  // Lines that were typed before this was loaded: Enter has ended each but the last one.
  const [lines, setLines] = useState<readonly string[]>([])
  useLayoutEffect(() => {
    const [first = '', ...others] = trigger.typed?.split('\n') ?? []
    setTyped(first)
    setLines(others)
  }, [trigger])
  useEffect(() => {
    const [next, ...others] = lines
    const [first] = groups.flatMap(({ options }) => options)
    if (next === undefined) return
    setLines(first?.action.kind === 'compare' ? others : [])
    if (first) run(first.action)
    setTyped(next)
  })

  // The key that opens the dialog closes it.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    dialog.current?.close()
  }

  const label =
    isComparing && repo ? `Compare ${repo.name} with…` : 'Find a repository or a command'
  return (
    <Dialog
      label="Command palette"
      className={styles.dialog}
      ref={dialog}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <input
        className={styles.field}
        ref={setField}
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {isFull && (
        <p className={styles.note} role="alert">
          You can pin up to {MAX_PINS} repositories. Unpin one first.
        </p>
      )}
      {field && (
        <OptionList
          className={styles.list}
          field={field}
          label="Repositories and commands"
          groups={groups}
          isOpen={groups.length > 0}
          selectsFirst
          onChoose={({ action }) => run(action)}
        />
      )}
      {groups.length === 0 && (
        <p className={styles.note} role="status">
          {isComparing && typed.trim() === '' ? 'Type owner/name or words.' : 'Nothing matches.'}
        </p>
      )}
    </Dialog>
  )
}

type CurrentRepo = { name: string; isPrivate: boolean; stored: StoredRepo | undefined }

/** The repository of the page, with the id that this browser stored when the page was opened. */
function useCurrentRepo(): CurrentRepo | undefined {
  const { pathname, query } = useRouter()
  if (!/^(?:\/me)?\/repos\//.test(pathname)) return undefined
  const name = `${query.owner}/${query.repo}`
  const stored = [...recent.read(), ...pins.read()].find(
    (repo) => repo.name.toLowerCase() === name.toLowerCase(),
  )
  return { name: stored?.name ?? name, isPrivate: pathname.startsWith('/me/'), stored }
}

function useChoices(typed: string, repo: CurrentRepo | undefined, isComparing: boolean) {
  const { asPath } = useRouter()
  const [path = '/'] = asPath.split(/[?#]/)
  const names = useSuggestedNames(typed, {
    except: [repo?.name ?? '', parseFullName(typed) ?? ''],
    // A private repository may well be compared with another.
    isPrivate: isComparing && repo?.isPrivate,
  })
  if (isComparing && repo) return listComparisons(typed, names, repo)
  const isPinned = repo?.stored && pins.read().some(({ id }) => id === repo.stored?.id)
  return listChoices(typed, names, {
    repo: repo && { name: repo.name, isPrivate: repo.isPrivate, isPinned },
    path,
    isSignedIn: /signed-in[-\d]*=1/.test(document.cookie),
  })
}

// A copy of the theme button's, which is in the script of every page: sharing it makes that larger.
function setTheme(theme: string): void {
  document.documentElement.dataset.colorMode = theme
  try {
    localStorage.setItem('theme', theme)
  } catch {
    // If storage is blocked, the theme applies until the page is reloaded.
  }
}
