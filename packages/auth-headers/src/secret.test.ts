import { format, inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Secret } from './secret.ts'

const canary = 'ghp_canary0123456789'
const secret = new Secret(canary)

test('gives its text to who asks for it by name', () => {
  expect(secret.reveal()).toBe(canary)
})

test('cannot be serialised, wherever in an object it stands', () => {
  expect(() => JSON.stringify(secret)).toThrow('A secret must not be serialised')
  expect(() => JSON.stringify({ props: { viewer: [secret] } })).toThrow(
    'A secret must not be serialised',
  )
})

test('prints as what it is, and not as its text', () => {
  expect(`${secret}`).toBe('[redacted]')
  expect(`a ${secret}`).toBe('a [redacted]')
  expect(inspect({ secret })).toBe('{ secret: [redacted] }')
  expect(inspect(secret, { showHidden: true, depth: 9, customInspect: false })).not.toContain(
    canary,
  )
  expect(format('%s %o %j', secret, secret, 'x')).not.toContain(canary)
})

test('shows its text to nothing that walks over an object', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 12 }), (text) => {
      const hidden = new Secret(`canary ${text}`)
      const found = [
        ...Object.values(hidden),
        ...Reflect.ownKeys(hidden),
        ...Object.values({ ...hidden }),
        JSON.stringify(structuredClone(hidden)),
        String(new Error(`${hidden}`)),
      ]
      expect(found.map(String).join(' ')).not.toContain('canary')
    }),
  )
})

test('is a secret to another instance of its module', async () => {
  vi.resetModules()
  const { Secret: Other } = await import('./secret.ts')
  expect(Other).not.toBe(Secret)
  expect(secret).toBeInstanceOf(Other)
  expect(new Other(canary)).toBeInstanceOf(Secret)
  expect(new Other(canary).reveal()).toBe(canary)
  expect({}).not.toBeInstanceOf(Secret)
  expect(null).not.toBeInstanceOf(Secret)
})
