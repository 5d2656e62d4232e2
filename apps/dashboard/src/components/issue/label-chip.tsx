import type { Label } from '@repo/github'
import { Chip } from '@repo/ui/chip'
import styles from './label-chip.module.css'

type LabelChipProps = {
  label: Label
  /** The list of items with this label. */
  href: string
}

/**
 * A label with its color as a dot: any color may be chosen, so the name stays readable. The dot is an
 * SVG because only there an attribute sets a color.
 */
export function LabelChip({ label: { displayName, color }, href }: LabelChipProps) {
  return (
    <Chip href={href} keepsScroll>
      {color && <svg className={styles.dot} color={`#${color}`} aria-hidden="true" />}
      <bdi>{displayName}</bdi>
    </Chip>
  )
}
