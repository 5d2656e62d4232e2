import type { Label } from '@repo/github'
import { Chip } from '@repo/ui/chip'
import { ColorDot } from '@repo/ui/color-dot'

type LabelChipProps = {
  label: Label
  /** The list of items with this label. */
  href: string
}

/** A label with its color as a dot before its name. */
export function LabelChip({ label: { displayName, color }, href }: LabelChipProps) {
  return (
    <Chip href={href} keepsScroll>
      {color && <ColorDot color={`#${color}`} />}
      <bdi>{displayName}</bdi>
    </Chip>
  )
}
