import type { Icon as Octicon } from '@primer/octicons-react'
import styles from './icon.module.css'

type IconProps = { of: Octicon; size?: 16 | 24 | undefined }

// Left alone, an octicon writes a style attribute, which a strict Content-Security-Policy refuses.
const withoutStyle = { style: { verticalAlign: undefined } }

/** A decorative octicon in the colour of the text around it. */
export function Icon({ of: Octicon, size = 16 }: IconProps) {
  return <Octicon {...withoutStyle} className={`${styles.icon}`} size={size} />
}
