import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const patched = { package: { ecosystem: 'npm', name: 'rocket' }, patched_versions: '4.2.1' }
const unpatched = { ...patched, patched_versions: null }

test('maps the published advisories of a repository and drops unused fields', async () => {
  const { requests, listSecurityAdvisories } = githubReturning({
    body: [
      {
        ghsa_id: 'GHSA-aaaa-bbbb-cccc',
        summary: 'Anyone can launch',
        severity: 'critical',
        published_at: '2026-04-01T00:00:00Z',
        withdrawn_at: null,
        vulnerabilities: [patched],
      },
    ],
  })
  expect(await listSecurityAdvisories('acme', 'rocket')).toEqual({
    data: [
      {
        id: 'GHSA-aaaa-bbbb-cccc',
        severity: 'critical',
        publishedAt: '2026-04-01T00:00:00Z',
        isWithdrawn: false,
        isPatched: true,
      },
    ],
    asOf,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/repos/acme/rocket/security-advisories?state=published&per_page=30',
  ])
})

test.each([
  [[patched, patched], true],
  [[patched, unpatched], false],
  [[patched, null], null],
  [[unpatched, null], false],
  [[], null],
  [null, null],
])(
  'of the vulnerabilities %j, knows whether each is patched: %s',
  async (vulnerabilities, known) => {
    const { listSecurityAdvisories } = githubReturning({
      body: [{ ghsa_id: 'GHSA-1', vulnerabilities }],
    })
    expect((await listSecurityAdvisories('acme', 'rocket')).data).toMatchObject([
      { isPatched: known },
    ])
  },
)

test('an unknown severity is null, and a withdrawn advisory says so', async () => {
  const { listSecurityAdvisories } = githubReturning({
    body: [{ ghsa_id: 'GHSA-1', severity: 'odd', withdrawn_at: '2026-05-01T00:00:00Z' }],
  })
  expect((await listSecurityAdvisories('acme', 'rocket')).data).toEqual([
    { id: 'GHSA-1', severity: null, publishedAt: null, isWithdrawn: true, isPatched: null },
  ])
})

test('is partial if GitHub has more advisories', async () => {
  const { listSecurityAdvisories } = githubReturning({
    body: [{ ghsa_id: 'GHSA-1' }],
    headers: { link: '<https://api.github.com/repositories/1/x?after=abc>; rel="next"' },
  })
  expect(await listSecurityAdvisories('acme', 'rocket')).toMatchObject({ partial: true })
})
