import { isSerializableProps } from 'next/dist/lib/is-serializable-props'
import { expect, test } from 'vitest'
import { listSerializationOutcomes, unserializable } from './serialization.ts'

test('lists how production serializes values that JSON cannot represent', () => {
  expect(listSerializationOutcomes().map(({ value, production }) => [value, production])).toEqual([
    ['new Date(0)', '{"at":"1970-01-01T00:00:00.000Z"}'],
    ['undefined', '{}'],
    ['10n', 'status 500: Do not know how to serialize a BigInt'],
    ['new Map([[1, 2]])', '{"at":{}}'],
  ])
})

test.each(unserializable)(
  'development rejects $value with an error that names the field',
  ({ props }) => {
    expect(() => isSerializableProps('/', 'getServerSideProps', props)).toThrow(
      'Error serializing `.at` returned from `getServerSideProps`',
    )
  },
)
