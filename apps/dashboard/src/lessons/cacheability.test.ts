import { expect, test } from 'vitest'
import { listCacheability } from './cacheability.ts'

test('lists what a shared cache may store with an Authorization header and without', () => {
  expect(listCacheability()).toEqual([
    { cacheControl: 'private, no-store', withAuthorization: false, withoutAuthorization: false },
    { cacheControl: 'max-age=60', withAuthorization: false, withoutAuthorization: true },
    {
      cacheControl: 'max-age=60, must-revalidate',
      withAuthorization: true,
      withoutAuthorization: true,
    },
    { cacheControl: 's-maxage=60', withAuthorization: true, withoutAuthorization: true },
    { cacheControl: 'public, max-age=60', withAuthorization: true, withoutAuthorization: true },
  ])
})
