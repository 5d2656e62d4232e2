import styles from './button.module.css'

type FileButtonProps = {
  label: string
  /** File types, in the syntax of the HTML attribute `accept`. */
  accept: string
  onFile: (file: File) => Promise<void>
}

/** A button that opens the file picker. */
export function FileButton({ label, accept, onFile }: FileButtonProps) {
  return (
    <label className={styles.button}>
      {label}
      <input
        className="visually-hidden"
        type="file"
        accept={accept}
        onChange={async ({ target }) => {
          const [file] = target.files ?? []
          // Cleared, so that choosing the same file again fires a change event.
          target.value = ''
          if (file) await onFile(file)
        }}
      />
    </label>
  )
}
