import { expect, test } from 'vitest'
import { naughtyStrings } from './data/naughty-strings.ts'
import { bodyOf, sample } from './test-support.ts'

const request = sample()

test('every naughty string is the description of a repository of naughty', async () => {
  const descriptions: (string | null)[] = []
  for (let page = 1; page <= 5; page++) {
    const response = await request(`/users/naughty/repos?per_page=100&page=${page}`)
    const repositories = await bodyOf<{ description: string | null }[]>(response)
    descriptions.push(...repositories.map(({ description }) => description))
  }

  expect(descriptions.toSorted()).toEqual([...naughtyStrings].toSorted())
})

test('names that GitHub allows are names of repositories, however odd', async () => {
  for (const name of ['undefined', 'null', 'NaN', 'hasOwnProperty', '--version', '0..0']) {
    const response = await request(`/repos/naughty/${name}`)
    expect(await bodyOf<{ full_name: string }>(response)).toMatchObject({
      full_name: `naughty/${name}`,
    })
  }
})

test('texts that people write are naughty, and values that GitHub generates are not', async () => {
  const [issue] = await bodyOf<Record<string, unknown>[]>(
    await request('/repos/naughty/null/issues?per_page=1'),
  )
  expect(naughtyStrings).toContain(issue?.title)
  expect(naughtyStrings).toContain(issue?.body)
  expect(issue?.state).toBe('open')

  const [release] = await bodyOf<Record<string, unknown>[]>(
    await request('/repos/naughty/null/releases?per_page=1'),
  )
  expect(naughtyStrings).toContain(release?.name)
  expect(release?.tag_name).toMatch(/^v\d/)
})

test('repositories of other owners have no naughty strings', async () => {
  const [issue] = await bodyOf<{ title: string }[]>(
    await request('/repos/acme/rocket/issues?per_page=1'),
  )
  expect(naughtyStrings).not.toContain(issue?.title)
})
