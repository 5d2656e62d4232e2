import { expect, test } from 'vitest'
import { Button, ButtonLink, FileButton } from './button.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('submits its form unless it has an onClick handler', () => {
  expect(renderMarkup(<Button>Apply</Button>)).toBe('<button type="submit">Apply</button>')
  expect(renderMarkup(<Button onClick={() => {}}>Export</Button>)).toBe(
    '<button type="button">Export</button>',
  )
})

test('exposes whether a toggle button is pressed', () => {
  expect(
    renderMarkup(
      <Button pressed={false} onClick={() => {}}>
        Pin
      </Button>,
    ),
  ).toBe('<button type="button" aria-pressed="false">Pin</button>')
})

test('picks a file with an input that the keyboard reaches', () => {
  expect(renderMarkup(<FileButton label="Import" accept=".json" onFile={async () => {}} />)).toBe(
    '<label>Import<input type="file" accept=".json"/></label>',
  )
})

test('renders a plain link that works without scripts', () => {
  expect(renderMarkup(<ButtonLink href="/api/auth/start">Sign in</ButtonLink>)).toBe(
    '<a href="/api/auth/start">Sign in</a>',
  )
})
