import { type ComponentProps, useId } from 'react'
import styles from './checked-filter.module.css'
import { TextFilter } from './filter-form.tsx'

type CheckedFilterProps = Omit<ComponentProps<typeof TextFilter>, 'input' | 'children'> & {
  /** Why the last value was not accepted; the field then has the focus when the page loads. */
  error: string | undefined
  /** Whether it has the focus when it appears, even without an error. */
  isFocused?: boolean
}

// The attribute stays in the document: what moves the focus after a navigation spares the field.
const focused = { autoFocus: true, 'data-autofocus': true } as const

/** A text filter with a value that can be wrong, and the reason below it. */
export function CheckedFilter({ error, isFocused = false, ...filter }: CheckedFilterProps) {
  const id = useId()
  if (error === undefined) return <TextFilter {...filter} input={isFocused ? focused : undefined} />
  const input = {
    // The error is inside the label, but is not a part of the name of the field.
    'aria-label': filter.label,
    'aria-invalid': true,
    'aria-describedby': id,
    // The visitor has just sent this field.
    ...focused,
  } as const
  return (
    <TextFilter {...filter} input={input}>
      <span className={styles.error} id={id}>
        {error}
      </span>
    </TextFilter>
  )
}
