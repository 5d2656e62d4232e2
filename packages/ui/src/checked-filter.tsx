import { type ComponentProps, useId } from 'react'
import styles from './checked-filter.module.css'
import { TextFilter } from './filter-form.tsx'

type CheckedFilterProps = Omit<ComponentProps<typeof TextFilter>, 'input' | 'children'> & {
  /** Why the last value was not accepted; the field then has the focus when the page loads. */
  error: string | undefined
}

/** A text filter with a value that can be wrong, and the reason below it. */
export function CheckedFilter({ error, ...filter }: CheckedFilterProps) {
  const id = useId()
  if (error === undefined) return <TextFilter {...filter} />
  const input = {
    // The error is inside the label, but is not a part of the name of the field.
    'aria-label': filter.label,
    'aria-invalid': true,
    'aria-describedby': id,
    // The visitor has just sent this field.
    autoFocus: true,
  } as const
  return (
    <TextFilter {...filter} input={input}>
      <span className={styles.error} id={id}>
        {error}
      </span>
    </TextFilter>
  )
}
