import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Age, AgeBanner, ageOf, PartialBanner } from './age.tsx'
import { SsoBanner } from './age-banners.tsx'
import { render } from './test-support.ts'

const asOf = '2026-06-01T12:00:00.000Z'
const url = 'https://github.com/settings/connections'

test('a page knows the organizations that its list leaves out', () => {
  const partial = { asOf, partial: true as const, ssoOrganizations: ['21955855'] }
  expect(ageOf({ data: [], ...partial })).toEqual(partial)
  expect(ageOf({ data: [], asOf })).toEqual({ asOf })
})

test.each([
  [[], 'They leave out organizations that require single sign-on.'],
  [['21955855'], 'They leave out 1 organization that requires single sign-on.'],
  [['1', '2'], 'They leave out 2 organizations that require single sign-on.'],
])(
  'a list without the organizations %j says so, with the link to GitHub',
  (organizations, text) => {
    const html = renderToStaticMarkup(<SsoBanner organizations={organizations} url={url} />)
    expect(html).toContain('These results are incomplete')
    expect(html.replace(/<a .*?>|<\/a>/g, '')).toContain(`${text} Authorize this token at GitHub.`)
    expect(html).toContain(`<a href="${url}">Authorize this token at GitHub</a>`)
  },
)

test('a complete list has no banner', () => {
  expect(renderToStaticMarkup(<SsoBanner organizations={undefined} url={url} />)).toBe('')
})

test('a list has one banner for what it lacks', async () => {
  const banner = (ssoOrganizations?: string[]) =>
    render(<PartialBanner partial {...(ssoOrganizations && { ssoOrganizations })} />)
  expect(await banner()).toContain('These results are incomplete')
  expect(await banner(['1'])).toBe('')
})

test.each<[string, Partial<Age>]>([
  ['the longest stale banner', { stale: 'upstream-error', until: asOf }],
  ['an incomplete-list banner', { partial: true }],
])('the server’s HTML has the banner in place: %s', async (_name, state) => {
  const html = await render(
    <main>
      <p>{'long '.repeat(10_000)}</p>
      <AgeBanner age={{ asOf, ...state }} />
      <PartialBanner {...state} />
    </main>,
  )
  expect(html).toMatch(/<div class="[^"]*" role="status">.*<\/main>$/)
  expect(html).not.toContain('<script')
})
