import { createClient } from '@repo/github'
import { createStores } from '@repo/github/store'
import { expect, test } from 'vitest'
import { confirmRename } from './confirm-rename.ts'

/** A client of a GitHub that has these repositories by requested name. */
function clientOf(fullNames: Record<string, string>) {
  const requests: string[] = []
  const { forRequest } = createClient({
    baseUrl: 'https://github.test',
    stores: createStores(),
    fetch: async (input) => {
      const name = new URL(new Request(input).url).pathname.replace('/repos/acme/', '')
      requests.push(name)
      const full_name = fullNames[name]
      return Response.json({ id: 1, full_name }, { status: full_name ? 200 : 404 })
    },
  })
  const readName = (name: string) =>
    confirmRename(forRequest, async (github) => {
      const { data } = await github.getRepo('acme', name)
      return data.fullName
    })
  return { forRequest, fullNames, requests, readName }
}

test('throws a rename that a read of the new name confirms', async () => {
  const { readName, requests } = clientOf({ old: 'acme/new', new: 'acme/new' })
  await expect(readName('old')).rejects.toMatchObject({ kind: 'renamed', fullName: 'acme/new' })
  expect(requests).toEqual(['old', 'new'])
})

test('reads a repository that was renamed and renamed back under its name', async () => {
  const { forRequest, fullNames, readName, requests } = clientOf({ a: 'acme/b', b: 'acme/b' })
  await expect(forRequest().getRepo('acme', 'a')).rejects.toMatchObject({ kind: 'renamed' })
  Object.assign(fullNames, { a: 'acme/a', b: 'acme/a' })

  expect(await readName('a')).toBe('acme/a')
  expect(requests).toEqual(['a', 'b', 'a'])
})

test('stops at two names that redirect to each other', async () => {
  const { readName, requests } = clientOf({ a: 'acme/b', b: 'acme/a' })
  await expect(readName('a')).rejects.toMatchObject({ kind: 'unreachable' })
  expect(requests).toEqual(['a', 'b', 'a'])
})

test('throws the error of the new name', async () => {
  const { readName } = clientOf({ old: 'acme/deleted' })
  await expect(readName('old')).rejects.toMatchObject({
    kind: 'not-found',
    path: '/repos/acme/deleted',
  })
})
