import { expect, test } from 'vitest'
import { bodyOf, dateOf, origin, sample } from '../test-support.ts'

const request = sample()

test('returns the README in base64 with lines of 60 characters', async () => {
  type Readme = { content: string; encoding: string; size: number; path: string }
  const readme = await bodyOf<Readme>(await request('/repos/acme/rocket/readme'))
  const text = Buffer.from(readme.content, 'base64').toString()

  expect(readme).toMatchObject({ encoding: 'base64', path: 'README.md', type: 'file' })
  expect(readme.size).toBe(Buffer.byteLength(text))
  expect(readme.content.split('\n')[0]).toHaveLength(60)
  expect(text).toMatch(/^# rocket\n\nStaged rollouts for small teams/)
})

test.each([
  'application/vnd.github.raw',
  'application/vnd.github.raw+json',
  'application/vnd.github.v3.raw',
])('returns the raw README for %s', async (accept) => {
  const response = await request('/repos/acme/rocket/readme', { headers: { accept } })

  expect(response.headers.get('content-type')).toBe('application/vnd.github.raw; charset=utf-8')
  expect(response.headers.get('x-github-media-type')).toBe('github.v3; param=raw')
  expect(await response.text()).toMatch(/^# rocket\n/)
})

test('returns the README as HTML with relative links and prefixed anchors', async () => {
  const headers = { accept: 'application/vnd.github.html+json' }
  const response = await request('/repos/acme/rocket/readme', { headers })
  const html = await response.text()

  expect(response.headers.get('content-type')).toBe('application/vnd.github.html; charset=utf-8')
  expect(html).toContain('<a href="docs/guide.md">the guide</a>')
  expect(html).toContain('id="user-content-install"')
})

test('escapes the description in the README as HTML', async () => {
  const headers = { accept: 'application/vnd.github.html' }
  const html = await (await request('/repos/acme/polyglot/readme', { headers })).text()

  expect(html).toContain('&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toContain('<script')
})

test('returns the community profile of a repository', async () => {
  expect(await (await request('/repos/acme/rocket/community/profile')).json()).toMatchObject({
    health_percentage: 100,
    documentation: 'https://rocket.acme.example',
    files: {
      license: { spdx_id: 'MIT' },
      contributing: { url: `${origin}/repos/acme/rocket/contents/CONTRIBUTING.md` },
    },
    updated_at: `${dateOf()}T00:00:00Z`,
  })
  expect(await (await request('/repos/acme/bare/community/profile')).json()).toMatchObject({
    health_percentage: 15,
    description: null,
    files: { license: null, contributing: null },
  })
})

test('includes anonymous contributors with anon=1', async () => {
  type Contributor = { type: string; login?: string; name?: string }
  const list = async (query: string) =>
    bodyOf<Contributor[]>(
      await request(`/repos/acme/rocket/contributors?per_page=100&page=1${query}`),
    )
  const known = await list('')
  const all = await list('&anon=1')
  const anonymous = all.filter((item) => item.type === 'Anonymous')

  expect(known).toHaveLength(91)
  expect(known.every((item) => item.login !== undefined)).toBe(true)
  expect(anonymous[0]).toEqual({
    type: 'Anonymous',
    name: 'root',
    email: 'anonymous-91@example.com',
    contributions: 1,
  })
})

test('returns the full account', async () => {
  type Body = { owner: { avatar_url: string } }
  const { owner } = await bodyOf<Body>(await request('/repos/nova/rocket'))

  expect({ ...owner, avatar_url: '' }).toEqual({
    login: 'nova',
    id: 1002,
    node_id: 'U_c2FtcGxlOjEwMDI',
    avatar_url: '',
    gravatar_id: '',
    url: `${origin}/users/nova`,
    html_url: 'https://github.example/nova',
    followers_url: `${origin}/users/nova/followers`,
    following_url: `${origin}/users/nova/following{/other_user}`,
    gists_url: `${origin}/users/nova/gists{/gist_id}`,
    starred_url: `${origin}/users/nova/starred{/owner}{/repo}`,
    subscriptions_url: `${origin}/users/nova/subscriptions`,
    organizations_url: `${origin}/users/nova/orgs`,
    repos_url: `${origin}/users/nova/repos`,
    events_url: `${origin}/users/nova/events{/privacy}`,
    received_events_url: `${origin}/users/nova/received_events`,
    type: 'User',
    user_view_type: 'public',
    site_admin: false,
  })
})
