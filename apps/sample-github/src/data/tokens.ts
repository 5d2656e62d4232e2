/** The fixed tokens, by the login of their owner. */
export const sampleTokens = {
  ann: 'sample-token-ann',
  ben: 'sample-token-ben',
  cyd: 'sample-token-cyd',
  dov: 'sample-token-dov',
  eve: 'sample-token-eve',
  fay: 'sample-token-fay',
} as const

/** The login of a user with a fixed token. */
export type SampleLogin = keyof typeof sampleTokens

/** More fixed tokens, of the types that a person creates at GitHub. */
export const personalTokens = [
  // A fine-grained token has permissions instead of scopes.
  { login: 'ann', accessToken: 'github_pat_sample_ann', scope: '', expiresInDays: 5 },
  { login: 'ben', accessToken: 'ghp_sample_ben', scope: 'public_repo,read:org', expiresInDays: 90 },
] as const
