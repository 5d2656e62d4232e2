import styles from './icon.module.css'
import type { IconName } from './icon-names.ts'
import shapes from './icons.module.css'

type IconProps = {
  name: IconName
  /** What the icon means where no text says it; without a label it is decorative. */
  label?: string | undefined
}

/** An icon in the color of the surrounding text. */
export function Icon({ name, label }: IconProps) {
  const className = `${styles.icon} ${shapes[name]}`
  if (label === undefined) return <span className={className} />
  return <span className={className} role="img" aria-label={label} />
}
