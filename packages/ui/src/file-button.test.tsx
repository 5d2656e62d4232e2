import { expect, test } from 'vitest'
import { FileButton } from './file-button.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('picks a file with an input that the keyboard reaches', () => {
  expect(renderMarkup(<FileButton label="Import" accept=".json" onFile={async () => {}} />)).toBe(
    '<label>Import<input type="file" accept=".json"/></label>',
  )
})
