import { format, inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Secret } from './secret.ts'

const canary = 'ghp_canary0123456789'
const secret = new Secret(canary)

test('reveals its text', () => {
  expect(secret.reveal()).toBe(canary)
})

test('cannot be serialized at any depth', () => {
  expect(() => JSON.stringify(secret)).toThrow('A secret must not be serialized')
  expect(() => JSON.stringify({ props: { viewer: [secret] } })).toThrow(
    'A secret must not be serialized',
  )
})

test('prints a placeholder', () => {
  expect(`${secret}`).toBe('[redacted]')
  expect(`a ${secret}`).toBe('a [redacted]')
  expect(inspect({ secret })).toBe('{ secret: [redacted] }')
  expect(inspect(secret, { showHidden: true, depth: 9, customInspect: false })).not.toContain(
    canary,
  )
  expect(format('%s %o %j', secret, secret, 'x')).not.toContain(canary)
})

test('hides its text from property enumeration and cloning', () => {
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

test('is an instance of Secret across instances of the module', async () => {
  vi.resetModules()
  const { Secret: Other } = await import('./secret.ts')
  expect(Other).not.toBe(Secret)
  expect(secret).toBeInstanceOf(Other)
  expect(new Other(canary)).toBeInstanceOf(Secret)
  expect(new Other(canary).reveal()).toBe(canary)
  expect({}).not.toBeInstanceOf(Secret)
  expect(null).not.toBeInstanceOf(Secret)
})
