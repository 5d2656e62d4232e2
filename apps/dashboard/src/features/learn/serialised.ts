/** A value that a page may want to hand over, and what becomes of it on its way. */
export type Fate = { value: string; development: string; production: string; instead: string }

/** What becomes of values that JSON does not know. Worked out, and not written down. */
export function fates(): Fate[] {
  return [
    {
      value: 'new Date(0)',
      development: 'an error that names the field',
      production: becomes({ at: new Date(0) }),
      instead: 'toISOString() on the server, new Date() in the page',
    },
    {
      value: 'undefined',
      development: 'an error that names the field',
      production: becomes({ at: undefined }),
      instead: 'null, or no field at all',
    },
    {
      value: '10n',
      development: 'an error that names the field',
      production: becomes({ at: 10n }),
      instead: 'String() on the server: GitHub has numbers that large',
    },
    {
      value: 'new Map([[1, 2]])',
      development: 'an error that names the field',
      production: becomes({ at: new Map([[1, 2]]) }),
      instead: 'Object.fromEntries() or an array',
    },
  ]
}

function becomes(props: object): string {
  try {
    return JSON.stringify(props)
  } catch (error) {
    return `status 500: ${error instanceof Error ? error.message : error}`
  }
}
