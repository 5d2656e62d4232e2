import { useId } from 'react'
import { Icon } from './icon.tsx'
import { SearchIcon } from './icons.ts'
import styles from './search-box.module.css'

type SearchBoxProps = {
  action: string
  name: string
  label: string
  value?: string | undefined
  /** What else the address says, and goes on saying; what it repeats is left out. */
  keep?: Readonly<Record<string, string | string[] | undefined>>
  size?: 'small' | 'large' | undefined
}

/** A search that is a plain GET form, and so works before any script has loaded. */
export function SearchBox(props: SearchBoxProps) {
  const { action, name, label, value, keep = {}, size = 'small' } = props
  const id = useId()

  return (
    <form
      className={size === 'large' ? `${styles.form} ${styles.large}` : styles.form}
      action={action}
      method="get"
    >
      {Object.entries(keep).map(
        ([kept, text]) =>
          typeof text === 'string' && <input key={kept} type="hidden" name={kept} value={text} />,
      )}
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <span className={styles.icon}>
        <Icon of={SearchIcon} />
      </span>
      <input
        className={styles.input}
        key={value}
        id={id}
        type="search"
        name={name}
        defaultValue={value}
        placeholder={label}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <span className={styles.key} aria-hidden="true">
        /
      </span>
      {size === 'large' && (
        <button className={styles.button} type="submit">
          Search
        </button>
      )}
    </form>
  )
}
