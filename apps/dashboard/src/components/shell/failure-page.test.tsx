import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Failure } from '#server/failure.ts'
import { FailurePage } from './failure-page.tsx'

const ssoUrl = 'https://github.com/orgs/acme/sso?authorization_request=AZSC'

function pageOf(failure: Extract<Failure, { kind: 'forbidden' }>): string {
  return renderToStaticMarkup(<FailurePage failure={{ ...failure, status: 403 }} />)
}

test('links to GitHub where an organization requires single sign-on', () => {
  const html = pageOf({ kind: 'forbidden', restriction: 'sso', ssoUrl })
  expect(html).toContain('Access denied')
  expect(html).toContain(
    `<p>Your organization requires single sign-on. <a href="${ssoUrl}">Authorize this token at GitHub</a>, then try again in a minute.</p>`,
  )
})

test.each([
  [undefined, 'It exists, but this site has no permission to read it.'],
  [
    'token-policy',
    'The organization doesn’t allow this type of token, or its lifetime is too long. Sign in with another token.',
  ],
  [
    'app-policy',
    'The organization hasn’t approved this site’s OAuth app. Ask an owner to approve it, or sign in with a token.',
  ],
  [
    'ip-address',
    'The organization has an IP allow list that doesn’t include this site’s address. Ask an owner to add it.',
  ],
  ['account-suspended', 'GitHub has suspended the account of your token.'],
] as const)('names the restriction %s of a token', (restriction, text) => {
  expect(pageOf({ kind: 'forbidden', ...(restriction && { restriction }) })).toContain(
    `<p>${text}</p>`,
  )
})
