/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const here = new URL('./', import.meta.url)
const primer = new URL('../node_modules/', here)
const files = readdirSync(here)
const sheets = files.filter((file) => file.endsWith('.module.css'))

function all(text: string, pattern: RegExp) {
  return [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))].sort()
}

function read(file: string) {
  return readFileSync(new URL(file, here), 'utf8')
}

test('every token that a style sheet uses is in global.css or what it imports', () => {
  const global = read('global.css')
  const imported = all(global, /@import "([^"]+)"/g).map((path) =>
    path.startsWith('./') ? read(path) : readFileSync(new URL(path, primer), 'utf8'),
  )
  const defined = all(imported.join(), /(--[\w-]+):/g)

  for (const sheet of [...sheets, 'global.css', 'tokens.css']) {
    expect(defined, sheet).toEqual(expect.arrayContaining(all(read(sheet), /var\((--[\w-]+)/g)))
  }
})

test('every class that a component names is in its style sheet', () => {
  for (const sheet of sheets) {
    const named = all(read(sheet.replace('.module.css', '.tsx')), /styles\.(\w+)/g)
    expect(all(read(sheet), /\.([a-zA-Z]\w*)/g), sheet).toEqual(expect.arrayContaining(named))
  }
})
