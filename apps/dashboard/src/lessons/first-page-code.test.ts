import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { pageExample } from './first-page-code.ts'

test('the code in the lesson is the code of its page', async () => {
  const page = new URL('../pages/learn/first-page.tsx', import.meta.url)
  expect(await readFile(page, 'utf8')).toContain(pageExample)
})
