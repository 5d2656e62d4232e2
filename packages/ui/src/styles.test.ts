/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sourceFolder = new URL('./', import.meta.url)
const primerFolder = new URL('../node_modules/', sourceFolder)
const styleSheets = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.module.css'),
)

function findAll(text: string, pattern: RegExp) {
  return [...new Set([...text.matchAll(pattern)].map(([, match = '']) => match))].sort()
}

function read(path: string) {
  return readFileSync(new URL(path, sourceFolder), 'utf8')
}

test('every token that a style sheet uses is defined in it, in global.css or in its imports', () => {
  const imports = findAll(read('global.css'), /@import "([^"]+)"/g).map((path) =>
    path.startsWith('./') ? read(path) : readFileSync(new URL(path, primerFolder), 'utf8'),
  )
  const defined = findAll(imports.join(), /(--[\w-]+):/g)

  for (const path of [...styleSheets, 'global.css', 'tokens.css']) {
    const local = findAll(read(path), /(--[\w-]+):/g)
    const used = findAll(read(path), /var\((--[\w-]+)/g)
    expect([...defined, ...local], path).toEqual(expect.arrayContaining(used))
  }
})

test('every class that a component uses is in its style sheet', () => {
  for (const path of styleSheets) {
    const used = findAll(read(path.replace('.module.css', '.tsx')), /styles\.(\w+)/g)
    expect(findAll(read(path), /\.([a-zA-Z]\w*)/g), path).toEqual(expect.arrayContaining(used))
  }
})
