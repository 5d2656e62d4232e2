import type { IconName } from './icon-names.ts'

type IconProps = {
  name: IconName
  /** What the icon means where no text says it; without a label it is decorative. */
  label?: string | undefined
}

/** An icon in the color of the surrounding text. */
export function Icon({ name, label }: IconProps) {
  if (label === undefined) return <span data-icon={name} />
  return <span data-icon={name} role="img" aria-label={label} />
}
