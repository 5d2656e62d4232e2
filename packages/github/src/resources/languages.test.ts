import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

test('returns the share of each language, largest first', async () => {
  const { getLanguages } = githubReturning({ body: { CSS: 10, TypeScript: 80, HTML: 10 } })
  expect(await getLanguages('acme', 'rocket')).toEqual({
    data: [
      { name: 'TypeScript', share: 0.8 },
      { name: 'CSS', share: 0.1 },
      { name: 'HTML', share: 0.1 },
    ],
    asOf,
  })
})

test('returns no languages for a repository without code', async () => {
  const { getLanguages } = githubReturning({ body: {} })
  expect(await getLanguages('acme', 'rocket')).toEqual({ data: [], asOf })
})

test('returns a share of zero for a language without bytes', async () => {
  const { getLanguages } = githubReturning({ body: { Text: 0 } })
  expect((await getLanguages('acme', 'rocket')).data).toEqual([{ name: 'Text', share: 0 }])
})

test.each([[[]], [null], ['TypeScript'], [{ Unicorn: '7' }], [{ Unicorn: -1 }]])(
  'rejects %o as malformed without naming its keys',
  async (body) => {
    const { getLanguages } = githubReturning({ body })
    await expect(getLanguages('acme', 'rocket')).rejects.toMatchObject({
      message:
        'GitHub responded 200 to GET /repos/acme/rocket/languages: body is not as documented',
      kind: 'malformed',
    })
  },
)
