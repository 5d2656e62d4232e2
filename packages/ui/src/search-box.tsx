import { useId } from 'react'
import { Icon } from './icon.tsx'
import styles from './search-box.module.css'

type SearchBoxProps = {
  action: string
  name: string
  label: string
  value?: string | undefined
  /** Query parameters that stay in the URL, except undefined and repeated ones. */
  preservedParams?: Readonly<Record<string, string | string[] | undefined>>
  size?: 'small' | 'large' | undefined
}

/** A search field in a plain GET form, so it works before scripts load. */
export function SearchBox(props: SearchBoxProps) {
  const { action, name, label, value, preservedParams = {}, size = 'small' } = props
  const id = useId()

  return (
    <form
      className={size === 'large' ? `${styles.form} ${styles.large}` : styles.form}
      action={action}
      method="get"
    >
      {Object.entries(preservedParams).map(
        ([param, text]) =>
          typeof text === 'string' && <input key={param} type="hidden" name={param} value={text} />,
      )}
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <span className={styles.icon}>
        <Icon name="search" />
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
