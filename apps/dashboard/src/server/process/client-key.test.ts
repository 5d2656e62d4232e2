import { expect, test } from 'vitest'
import { clientKey } from './client-key.ts'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  [' 192.0.2.1 ', '192.0.2.1'],
  ['192.0.2.1:4711', '192.0.2.1'],
  ['2001:db8:1:22ff::1', '2001:db8:1:2200:0:0:0:0'],
  ['2001:DB8:1:2201:aaaa:bbbb:cccc:dddd', '2001:db8:1:2200:0:0:0:0'],
  ['[2001:db8:1:22ff::1]:443', '2001:db8:1:2200:0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0:0:0:0:0'],
  ['::1', '0:0:0:0:0:0:0:0'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::ffff:c000:0202', '192.0.2.2'],
])('the address %s has the key %s', (header, key) => {
  expect(clientKey(header)).toBe(key)
})

test('counts only the last address in a list, which the trusted proxy has added', () => {
  expect(clientKey('203.0.113.9, 192.0.2.1')).toBe('192.0.2.1')
  expect(clientKey(['203.0.113.9', '192.0.2.1'])).toBe('192.0.2.1')
})

test.each([
  [undefined],
  [''],
  ['unknown'],
  ['192.0.2'],
  ['1.2.3.4.5'],
  ['::g'],
  ['a'.repeat(9000)],
])('clients with the address %s share a key', (header) => {
  expect(clientKey(header)).toBe('unknown')
})
