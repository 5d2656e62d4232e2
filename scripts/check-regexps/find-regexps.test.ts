import { expect, test } from 'vitest'
import { findRegexps } from './find-regexps.ts'

test('finds literals and expressions that RegExp builds from constants', () => {
  const source = `const digit = '[0-9]'
const number = \`\${digit}+\`
export const literal = /^a\\/b$/gi
export const built = new RegExp(\`^\${number}$\`, 'y')
export const called = RegExp(String.raw\`\\d\`)
export const fromOutside = (name: string) => new RegExp(\`\${name}=\${number}\`)
`
  expect(findRegexps('a.ts', source)).toEqual([
    { line: 3, pattern: '^a\\/b$', flags: 'gi' },
    { line: 4, pattern: '^[0-9]+$', flags: 'y' },
    { line: 5, pattern: '\\d', flags: '' },
    { line: 6, pattern: 'x=[0-9]+', flags: '' },
  ])
})

test('reports a file that it cannot parse', () => {
  expect(() => findRegexps('a.ts', 'const =')).toThrow(/^a\.ts: /)
})
