import { createStarryNight } from '@wooorm/starry-night'
import json from '@wooorm/starry-night/source.json'
import nginx from '@wooorm/starry-night/source.nginx'
import shell from '@wooorm/starry-night/source.shell'
import typescript from '@wooorm/starry-night/source.ts'
import tsx from '@wooorm/starry-night/source.tsx'

type StarryNight = Awaited<ReturnType<typeof createStarryNight>>
type Node = ReturnType<StarryNight['highlight']>['children'][number]

let starryNight: Promise<StarryNight> | undefined

/** Creates a function that returns code as HTML, with GitHub's classes for the colors of tokens. */
export async function createHighlighter(): Promise<
  (code: string, language: string) => string | undefined
> {
  starryNight ??= createStarryNight([json, nginx, shell, tsx, typescript])
  const { flagToScope, highlight } = await starryNight
  return (code, language) => {
    const scope = flagToScope(language)
    return scope && highlight(code, scope).children.map(toHtml).join('')
  }
}

function toHtml(node: Node): string {
  if (node.type === 'text') return escapeHtml(node.value)
  if (node.type !== 'element') return ''
  const classes = [node.properties.className].flat().join(' ')
  return `<span class="${classes}">${node.children.map(toHtml).join('')}</span>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
