import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { ShareBar } from './share-bar.tsx'

test('divides a bar and labels its segments with percentages', () => {
  const shares = [
    { name: 'TypeScript', share: 0.7, color: '#3178c6' },
    { name: 'CSS', share: 0.2996 },
    { name: 'Nix', share: 0.0004 },
  ]
  const html = renderMarkup(<ShareBar label="Languages" shares={shares} />)

  expect(html).toContain('<svg role="img" aria-label="Languages"')
  expect(html).toContain('<rect color="#3178c6" x="0%" y="-1" width="70%" height="10"></rect>')
  expect(html).toContain('<rect x="70%" y="-1" width="30%" height="10"></rect>')
  expect(html).toContain(
    '<svg color="#3178c6" aria-hidden="true"></svg><bdi>TypeScript</bdi><span>70.0%</span>',
  )
  expect(html).toContain('<svg aria-hidden="true"></svg><bdi>CSS</bdi><span>30.0%</span>')
  expect(html).toContain('<bdi>Nix</bdi><span>&lt; 0.1%</span>')
})

test('combines all shares after the sixth as "Other"', () => {
  const shares = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => ({ name, share: 0.125 }))
  const html = renderMarkup(<ShareBar label="Languages" shares={shares} />)

  expect(html).toContain('<bdi>F</bdi><span>12.5%</span>')
  expect(html).toContain('<bdi>Other</bdi><span>25.0%</span>')
  expect(html).not.toContain('>G<')
})

test('shows "No data" without shares', () => {
  expect(renderMarkup(<ShareBar label="Languages" shares={[]} />)).toBe('<p>No data</p>')
})
