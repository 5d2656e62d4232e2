import { z } from 'zod'

// What GitHub may leave out or send as null is an honest null for us.
export const text = z
  .string()
  .nullish()
  .transform((value) => value || null)
export const count = z
  .int()
  .nonnegative()
  .nullish()
  .transform((value) => value ?? null)
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true)
export const timestamp = z.iso
  .datetime()
  .nullish()
  .transform((value) => value ?? null)

// Anybody may write a homepage, with a scheme or without: only what a link may safely hold passes.
export const webUrl = z
  .string()
  .nullish()
  .transform((value) => {
    const address = value && /^[\w-]+(\.[\w-]+)+(\/|$)/.test(value) ? `https://${value}` : value
    return address && isWebUrl(address) ? address : null
  })

export const avatar = z
  .string()
  .nullish()
  .transform((value) =>
    value && (isWebUrl(value) || value.startsWith('data:image/')) ? value : null,
  )

function isWebUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}
