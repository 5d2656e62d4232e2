import styles from './icon.module.css'

type IconProps = {
  /** SVG path data from `@repo/ui/icons`. */
  shape: string
  /** What the icon means where no text says it; without a label it is decorative. */
  label?: string | undefined
}

/** An icon in the color of the surrounding text. */
export function Icon({ shape, label }: IconProps) {
  return (
    <svg
      className={styles.icon}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="currentColor"
    >
      <path d={shape} />
    </svg>
  )
}
