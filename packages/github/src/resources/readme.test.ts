import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

/** Creates a client of a GitHub that returns HTML, and records the requests. */
function githubWithReadme(html: string) {
  const accepted: (string | null)[] = []
  const github = githubReturning(
    {},
    {
      fetch: async (...request) => {
        accepted.push(new Request(...request).headers.get('accept'))
        const headers = { 'content-type': 'application/vnd.github.html; charset=utf-8' }
        return new Response(html, { headers })
      },
    },
  )
  return { ...github, accepted }
}

test('returns the README as HTML, with its path', async () => {
  const html = '<div id="readme" class="md" data-path=".github/README.md"><p>Hi é 🚀</p></div>'
  const { getReadme, accepted } = githubWithReadme(html)
  expect(await getReadme('acme', 'rocket')).toEqual({
    data: { html, path: '.github/README.md' },
    asOf,
  })
  expect(accepted).toEqual(['application/vnd.github.html+json'])
})

test.each(['<p>Hi</p>', '<p>Hi</p><div data-path="docs/x.md"></div>'])(
  'defaults to README.md if GitHub returns no path: %s',
  async (html) => {
    const { getReadme } = githubWithReadme(html)
    expect((await getReadme('acme', 'rocket')).data?.path).toBe('README.md')
  },
)

test('truncates a very long README', async () => {
  const { getReadme } = githubWithReadme('x'.repeat(100_000))
  expect((await getReadme('acme', 'rocket')).data?.html).toHaveLength(60_000)
})

test('returns null without a README', async () => {
  const { getReadme } = githubReturning({ status: 404, body: { message: 'Not Found' } })
  expect((await getReadme('acme', 'rocket')).data).toBe(null)
})

test.each([[{}], [[]], [''], [undefined]])('rejects %j as malformed', async (body) => {
  const { getReadme } = githubReturning({ body })
  await expect(getReadme('acme', 'rocket')).rejects.toMatchObject({ kind: 'malformed' })
})
