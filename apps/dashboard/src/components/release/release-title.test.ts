import { expect, test } from 'vitest'
import { releaseTitle } from './release-title.ts'

test.each([
  [null, 'v1.2.0'],
  ['v1.2.0', 'v1.2.0'],
  ['v1.2.0: steadier', 'v1.2.0: steadier'],
  ['Winter', 'v1.2.0 · Winter'],
])('calls v1.2.0 with the name %j "%s"', (name, title) => {
  expect(releaseTitle({ tag: 'v1.2.0', name })).toBe(title)
})
