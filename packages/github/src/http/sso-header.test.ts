import { expect, test } from 'vitest'
import { parseSsoHeader } from './sso-header.ts'

const webUrl = 'https://github.com'

test('takes the URL at which the token can be authorized', () => {
  const url = 'https://github.com/orgs/octodocs-test/sso?authorization_request=AZSCKtL4U8yX1H3'
  expect(parseSsoHeader(`required; url=${url}`, webUrl)).toEqual({ isRequired: true, url })
})

test.each([
  'required',
  'required; url=',
  'required; url=/orgs/acme/sso',
  'required; url=http://github.com/orgs/acme/sso',
  'required; url=https://github.com.evil.test/orgs/acme/sso',
  'required; url=https://evil.test/https://github.com/',
  'required; url=https://github.com:8443/orgs/acme/sso',
  'required; url=https://ann:secret@github.com/orgs/acme/sso',
  'required; url=javascript:alert(1)',
  `required; url=https://github.com/${'x'.repeat(2000)}`,
])('takes no URL of another origin from %s', (header) => {
  expect(parseSsoHeader(header, webUrl)).toEqual({ isRequired: true })
})

test('takes a URL of the Enterprise Server in use', () => {
  const url = 'https://git.acme.test/orgs/acme/sso'
  expect(parseSsoHeader(`required; url=${url}`, 'https://git.acme.test')).toEqual({
    isRequired: true,
    url,
  })
})

test.each([
  ['partial-results; organizations=21955855,20582480', ['21955855', '20582480']],
  ['partial-results; organizations=21955855', ['21955855']],
  ['partial-results; organizations=1, 2,<b>,,3', ['1', '2', '3']],
  ['partial-results; organizations=', []],
  ['partial-results', []],
])('takes the organizations that are left out from %s', (header, organizations) => {
  expect(parseSsoHeader(header, webUrl)).toEqual({ isRequired: false, organizations })
})

test.each([undefined, '', 'optional', 7])('ignores the header %s', (header) => {
  expect(parseSsoHeader(header, webUrl)).toEqual({ isRequired: false })
})
