/** The users of the sample GitHub with a token and a private repository, which contains a canary. */
export const users = {
  ann: { token: 'sample-token-ann', repo: 'ann/diary', canary: 'quince-4127-ann' },
  ben: { token: 'sample-token-ben', repo: 'ben/ledger', canary: 'umber-8306-ben' },
  cyd: { token: 'sample-token-cyd', repo: 'cyd/atlas', canary: 'fennel-2951-cyd' },
  dov: { token: 'sample-token-dov', repo: 'dov/letters', canary: 'tallow-7744-dov' },
  eve: { token: 'sample-token-eve', repo: 'eve/safe', canary: 'osprey-1638-eve' },
} as const

export type Login = keyof typeof users

export const logins: Login[] = ['ann', 'ben', 'cyd', 'dov', 'eve']
