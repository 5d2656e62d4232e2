import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ourExample } from './first-page-code.ts'

test('the code that the lesson prints is the code of its page', async () => {
  const page = new URL('../pages/learn/first-page.tsx', import.meta.url)
  expect(await readFile(page, 'utf8')).toContain(ourExample)
})
