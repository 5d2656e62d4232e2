import { expect, test } from 'vitest'
import { formatReleaseTitle } from './format-release-title.ts'

test.each([
  [null, 'v1.2.0'],
  ['v1.2.0', 'v1.2.0'],
  ['v1.2.0: steadier', 'v1.2.0: steadier'],
  ['Winter', 'v1.2.0 · Winter'],
])('formats release v1.2.0 with the name %j as "%s"', (name, title) => {
  expect(formatReleaseTitle({ tag: 'v1.2.0', name })).toBe(title)
})
