import { expect, test } from 'vitest'
import { Button, FileButton } from './button.tsx'
import { markup } from './markup.ts'

test('sends its form, unless it does something itself', () => {
  expect(markup(<Button>Apply</Button>)).toBe('<button type="submit">Apply</button>')
  expect(markup(<Button onClick={() => {}}>Export</Button>)).toBe(
    '<button type="button">Export</button>',
  )
})

test('says whether it is pressed, where it can be', () => {
  expect(
    markup(
      <Button pressed={false} onClick={() => {}}>
        Pin
      </Button>,
    ),
  ).toBe('<button type="button" aria-pressed="false">Pin</button>')
})

test('takes a file by a field that the keyboard reaches', () => {
  expect(markup(<FileButton label="Import" accept=".json" onFile={async () => {}} />)).toBe(
    '<label>Import<input type="file" accept=".json"/></label>',
  )
})
