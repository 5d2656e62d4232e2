import styles from './icon.module.css'

type IconProps = {
  /** SVG path data from `@repo/ui/icons`. */
  shape: string
}

/** A decorative icon in the color of the surrounding text. */
export function Icon({ shape }: IconProps) {
  return (
    <svg
      className={styles.icon}
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="currentColor"
    >
      <path d={shape} />
    </svg>
  )
}
