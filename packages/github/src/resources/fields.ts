import { z } from 'zod'

// GitHub may omit these fields or send null; both become null.
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

// Users enter homepages freely: add a missing scheme, accept only http and https.
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
