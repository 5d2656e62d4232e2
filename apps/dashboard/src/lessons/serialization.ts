/** A value that JSON cannot represent, and what happens to it in the props of a page. */
export type Outcome = {
  value: string
  development: string
  production: string
  alternative: string
}

/** Values that JSON cannot represent, as the props of a page. */
export const unserializable: readonly { value: string; props: object; alternative: string }[] = [
  {
    value: 'new Date(0)',
    props: { at: new Date(0) },
    alternative: 'toISOString() on the server, new Date() in the page',
  },
  {
    value: 'undefined',
    props: { at: undefined },
    alternative: 'null, or no field at all',
  },
  {
    value: '10n',
    props: { at: 10n },
    alternative: 'String() on the server: some GitHub IDs are that large',
  },
  {
    value: 'new Map([[1, 2]])',
    props: { at: new Map([[1, 2]]) },
    alternative: 'Object.fromEntries() or an array',
  },
]

/**
 * Lists what happens to values that JSON cannot represent. Production is computed; a test compares
 * development with Next's own check, which a production server does not run.
 */
export function listSerializationOutcomes(): Outcome[] {
  return unserializable.map(({ value, props, alternative }) => ({
    value,
    development: 'an error that names the field',
    production: serialize(props),
    alternative,
  }))
}

function serialize(props: object): string {
  try {
    return JSON.stringify(props)
  } catch (error) {
    return `status 500: ${error instanceof Error ? error.message : error}`
  }
}
