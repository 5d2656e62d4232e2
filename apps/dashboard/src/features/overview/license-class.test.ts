import { expect, test } from 'vitest'
import { classifyLicense } from './license-class.ts'

test.each([
  ['MIT', 'permissive'],
  ['Apache-2.0', 'permissive'],
  ['BSD-3-Clause', 'permissive'],
  ['MIT-0', 'permissive'],
  ['GPL-3.0', 'copyleft'],
  ['GPL-2.0-only', 'copyleft'],
  ['LGPL-2.1', 'copyleft'],
  ['AGPL-3.0', 'copyleft'],
  ['MPL-2.0', 'copyleft'],
  ['Vim', 'copyleft'],
  ['MITNFA', 'custom'],
  ['BUSL-1.1', 'custom'],
])('%s is %s', (spdxId, expected) => {
  expect(classifyLicense({ name: 'A license', spdxId })).toBe(expected)
})

test('a license that is not standard is custom; without a name, it is unknown', () => {
  expect(classifyLicense({ name: 'Other', spdxId: null })).toBe('custom')
  expect(classifyLicense({ name: null, spdxId: null })).toBe('unknown')
  expect(classifyLicense(null)).toBe('none')
})
