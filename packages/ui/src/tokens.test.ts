/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const themes = new URL(
  '../node_modules/@primer/primitives/dist/css/functional/themes/',
  import.meta.url,
)

// A theme has about a thousand tokens, most of them for components that this package does not have.
const families =
  /^--(?:prettylights-syntax-(?:comment|constant|entity|keyword|string|variable)$|(?:avatar|bgColor|border|borderColor|button-(danger|default|invisible|primary)|card|control|counter|data|fgColor|focus|overlay|page-header|selection|shadow|underlineNav)-)/

const color = /#[0-9a-f]+|var\(--[\w-]+\)/g

function readTokens(theme: 'light' | 'dark') {
  const [css = ''] = readFileSync(new URL(`${theme}.css`, themes), 'utf8').split('@media')
  const tokens = [...css.matchAll(/(--[\w-]+): ([^;]+);/g)]
  return new Map(tokens.map(([, name = '', value = '']) => [name, value]))
}

/** Returns undefined if more than colors differ, because `light-dark()` accepts nothing else. */
function combine(light: string, dark: string | undefined): string | undefined {
  if (light === dark) return light
  if (light.replace(color, '') !== dark?.replace(color, '')) return undefined
  const darkColors = dark.match(color) ?? []
  let index = 0
  return light.replace(color, (lightColor) => {
    const darkColor = darkColors[index++]
    return lightColor === darkColor ? lightColor : `light-dark(${lightColor}, ${darkColor})`
  })
}

test("tokens.css contains Primer's colors of the families in use, for both themes", async () => {
  const [light, dark] = [readTokens('light'), readTokens('dark')]
  const lines = [...light]
    .filter(([name]) => families.test(name))
    .map(([name, value]) => [name, combine(value, dark.get(name))])
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name}: ${value};\n`)

  await expect(`/* biome-ignore-all format: copied from @primer/primitives by \`vitest run -u\` */
[data-color-mode] {
${lines.join('')}}
`).toMatchFileSnapshot('./tokens.css')
})
