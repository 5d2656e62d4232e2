import { z } from 'zod'
import { list, orNull, text, withEmoji } from './fields.ts'

/** A label of an issue or a pull request. */
export type Label = {
  /** As filters use it. */
  name: string
  /** With emoji in place of their shortcodes. */
  displayName: string
  /** Six hexadecimal digits; null if unknown. */
  color: string | null
}

const label = z
  .union([
    z.string().transform((name) => ({ name, color: null })),
    z.object({ name: text, color: text }),
  ])
  .transform(({ name, color }): Label[] =>
    name === null
      ? []
      : [
          {
            name,
            displayName: withEmoji(name),
            color: color !== null && /^[\da-f]{6}$/i.test(color) ? color : null,
          },
        ],
  )

/** The labels of an issue or a pull request, without those that cannot be read. */
export const labels = orNull(list(label)).transform((found) => (found?.items ?? []).flat())
