import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createHighlighter } from '#tutorial/highlight-code.server.ts'
import { snippetSources } from './snippet-sources.ts'

const highlight = await createHighlighter()
const lessons = Object.entries(snippetSources)

test.each(lessons)(
  'the HTML of the snippets in %s has the tokens of their code',
  async (lesson, snippets) => {
    const lines = Object.entries(snippets).map(
      ([name, { code, language }]) =>
        `export const ${name} = ${JSON.stringify(highlight(code, language))}`,
    )
    await expect(
      [
        '// biome-ignore-all format: written from snippet-sources.ts by `vitest run -u`',
        ...lines,
        '',
      ].join('\n'),
    ).toMatchFileSnapshot(`./snippets/${lesson}.ts`)
  },
)

test('each file of snippets belongs to a lesson', async () => {
  const files = await readdir(new URL('./snippets', import.meta.url))
  expect(files.toSorted()).toEqual(lessons.map(([lesson]) => `${lesson}.ts`).toSorted())
})

const ofPages = lessons.flatMap(([, snippets]) =>
  Object.values(snippets).flatMap(({ code, page }) => (page ? [{ code, page }] : [])),
)

test.each(ofPages)(
  'the code of $page in its lesson is the code of the page',
  async ({ code, page }) => {
    expect(await readFile(new URL(`../pages/learn/${page}`, import.meta.url), 'utf8')).toContain(
      code,
    )
  },
)
