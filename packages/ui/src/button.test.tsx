import { expect, test } from 'vitest'
import { Button } from './button.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('submits its form unless it has an onClick handler', () => {
  expect(renderMarkup(<Button>Apply</Button>)).toBe('<button type="submit">Apply</button>')
  expect(renderMarkup(<Button onClick={() => {}}>Export</Button>)).toBe(
    '<button type="button">Export</button>',
  )
})

test('sends its name and value with its form', () => {
  expect(
    renderMarkup(
      <Button name="event" value="request">
        Send
      </Button>,
    ),
  ).toBe('<button type="submit" value="request" name="event">Send</button>')
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
