/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const primer = new URL('../node_modules/@primer/primitives/dist/css/', import.meta.url)

// A theme has about a thousand tokens, most of them for components we do not have.
const families =
  /^--(avatar|bgColor|border|borderColor|button-(danger|default|invisible|primary)|card|control|counter|data|fgColor|focus|overlay|page-header|selection|shadow|underlineNav)-/

function theme(name: 'light' | 'dark') {
  const [tokens = ''] = read(`functional/themes/${name}.css`).split('@media')
  return [...tokens.matchAll(/(--[\w-]+): ([^;]+);/g)]
    .filter(([, token = '']) => families.test(token))
    .map(([, token, value]) => `  ${token}: ${value};`)
    .join('\n')
}

function read(path: string) {
  return readFileSync(new URL(path, primer), 'utf8')
}

test('tokens.css holds the colours of primer that a dashboard needs, and prints in light', async () => {
  const [light, dark] = [theme('light'), theme('dark')]

  await expect(`/* biome-ignore-all format: copied from @primer/primitives by \`vitest run -u\` */
[data-color-mode] {
${light}
}

@media screen {
[data-color-mode="dark"] {
${dark}
}
}

@media screen and (prefers-color-scheme: dark) {
[data-color-mode="auto"] {
${dark}
}
}
`).toMatchFileSnapshot('./tokens.css')
})
