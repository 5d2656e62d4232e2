/** A value that a page may want to hand over, and what becomes of it on its way. */
export type Fate = { value: string; development: string; production: string; instead: string }

/** Values that JSON does not know, as a page would hand them over. */
export const unknownToJson: readonly { value: string; props: object; instead: string }[] = [
  {
    value: 'new Date(0)',
    props: { at: new Date(0) },
    instead: 'toISOString() on the server, new Date() in the page',
  },
  {
    value: 'undefined',
    props: { at: undefined },
    instead: 'null, or no field at all',
  },
  {
    value: '10n',
    props: { at: 10n },
    instead: 'String() on the server: GitHub has numbers that large',
  },
  {
    value: 'new Map([[1, 2]])',
    props: { at: new Map([[1, 2]]) },
    instead: 'Object.fromEntries() or an array',
  },
]

/**
 * What becomes of values that JSON does not know. For production it is worked out; for development a
 * test asks Next's own check, which the built server does not make.
 */
export function fates(): Fate[] {
  return unknownToJson.map(({ value, props, instead }) => ({
    value,
    development: 'an error that names the field',
    production: becomes(props),
    instead,
  }))
}

function becomes(props: object): string {
  try {
    return JSON.stringify(props)
  } catch (error) {
    return `status 500: ${error instanceof Error ? error.message : error}`
  }
}
