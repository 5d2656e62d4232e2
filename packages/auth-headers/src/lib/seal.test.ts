import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const secret = 'a secret of more than thirty-two characters'
const older = 'an older secret of more than 32 characters'
const noon = Date.parse('2026-06-01T12:00:00Z')
const sealing = { secrets: [secret], purpose: 'test', now: () => noon }
const invalid = { state: 'invalid' }

test('unseals sealed claims with their issue and expiry times', async () => {
  const sealed = await seal({ login: 'mona' }, sealing, 60)
  const issuedAt = noon / 1000
  expect(await unseal(sealed, sealing)).toEqual({
    state: 'valid',
    claims: { login: 'mona', iat: issuedAt, exp: issuedAt + 60 },
  })
})

test('hides the claims in the sealed text', async () => {
  const sealed = await seal({ login: 'mona' }, sealing, 60)
  const parts = sealed.split('.')
  expect(parts).toHaveLength(5)
  expect(Buffer.from(parts[0] ?? '', 'base64url').toString()).toBe('{"alg":"dir","enc":"A256GCM"}')
  expect(Buffer.from(parts[3] ?? '', 'base64url').toString('latin1')).not.toContain('mona')
})

test('seals equal claims to different texts', async () => {
  expect(await seal({}, sealing, 60)).not.toBe(await seal({}, sealing, 60))
})

test('reports claims as expired after their lifetime', async () => {
  const sealed = await seal({}, sealing, 60)
  const after = (seconds: number) => ({ ...sealing, now: () => noon + seconds * 1000 })
  expect(await unseal(sealed, after(59))).toMatchObject({ state: 'valid' })
  expect(await unseal(sealed, after(60))).toEqual({ state: 'expired' })
  expect(await unseal(sealed, after(1e9))).toEqual({ state: 'expired' })
})

test('unseals with older secrets and seals with the newest', async () => {
  const rotated = { ...sealing, secrets: [secret, older] }
  expect(await unseal(await seal({}, { ...sealing, secrets: [older] }, 60), rotated)).toMatchObject(
    {
      state: 'valid',
    },
  )
  const sealed = await seal({}, rotated, 60)
  expect(await unseal(sealed, sealing)).toMatchObject({ state: 'valid' })
  expect(await unseal(sealed, { ...sealing, secrets: [older] })).toEqual(invalid)
})

test('rejects another secret, another purpose and no secret', async () => {
  const sealed = await seal({}, sealing, 60)
  expect(await unseal(sealed, { ...sealing, secrets: [older] })).toEqual(invalid)
  expect(await unseal(sealed, { ...sealing, purpose: 'another' })).toEqual(invalid)
  expect(await unseal(sealed, { ...sealing, secrets: [] })).toEqual(invalid)
})

test('throws without a secret and with a short one', async () => {
  await expect(seal({}, { ...sealing, secrets: [] }, 60)).rejects.toThrow(
    'Sealing requires a secret',
  )
  await expect(seal({}, { ...sealing, secrets: ['x'.repeat(31)] }, 60)).rejects.toThrow(
    'A secret must have at least 32 characters',
  )
})

test('rejects a sealed text with one changed character', async () => {
  const sealed = await seal({ login: 'mona' }, sealing, 60)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
  const change = fc.tuple(fc.nat(sealed.length - 1), fc.constantFrom(...alphabet))
  await fc.assert(
    fc.asyncProperty(change, async ([at, character]) => {
      fc.pre(sealed[at] !== character)
      const changed = sealed.slice(0, at) + character + sealed.slice(at + 1)
      const opened = await unseal(changed, sealing)
      // The last character of a part has unused bits.
      const bytes = (text: string) =>
        text
          .split('.')
          .map((part) => Buffer.from(part, 'base64url').toString('hex'))
          .join('.')
      if (bytes(changed) !== bytes(sealed)) expect(opened).toEqual(invalid)
    }),
  )
})

test('rejects any text that is not sealed', async () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.base64String(), { minLength: 5, maxLength: 5 }).map((parts) => parts.join('.')),
    fc.constantFrom('', '....', 'eyJhbGciOiJub25lIn0.e30.', 'x'.repeat(5000)),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await unseal(text, sealing)).toEqual(invalid)
    }),
  )
})

test.each([
  { alg: 'none' },
  { alg: 'HS256' },
  { alg: 'dir', enc: 'A128CBC-HS256' },
  { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 1_000_000_000, p2s: 'AAAA' },
  { alg: 'dir', enc: 'A256GCM', zip: 'DEF' },
  { alg: 'dir', enc: 'A256GCM', crit: ['exp'] },
])('rejects the header %j', async (header) => {
  const sealed = await seal({}, sealing, 60)
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString('base64url')
  expect(await unseal(sealed.replace(/^[^.]+/, protectedHeader), sealing)).toEqual(invalid)
})
