/** The fixed tokens, by the login of their owner. */
export const sampleTokens = {
  ann: 'sample-token-ann',
  ben: 'sample-token-ben',
  cyd: 'sample-token-cyd',
  dov: 'sample-token-dov',
  eve: 'sample-token-eve',
} as const

/** The login of a user with a fixed token. */
export type SampleLogin = keyof typeof sampleTokens
