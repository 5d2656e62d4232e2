import styles from './icon.module.css'

type IconProps = {
  /** A shape of `@repo/ui/icons`. */
  of: string
}

/** A decorative icon in the colour of the text around it. */
export function Icon({ of }: IconProps) {
  return (
    <svg
      className={styles.icon}
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="currentColor"
    >
      <path d={of} />
    </svg>
  )
}
