import type { Restriction } from '@repo/github'

/** Why GitHub denies access to the viewer's token. */
export const restrictionTexts = {
  sso: 'Your organization requires single sign-on.',
  'token-policy':
    'The organization doesn’t allow this type of token, or the token’s lifetime is too long. Sign in with another token.',
  'app-policy':
    'The organization hasn’t approved this site’s OAuth app. Ask an owner to approve it, or sign in with a token.',
  'ip-address':
    'The organization has an IP allow list that doesn’t include this site’s address. Ask an owner to add it.',
  'account-suspended': 'GitHub has suspended the account that owns your token.',
} as const satisfies Record<Restriction, string>
