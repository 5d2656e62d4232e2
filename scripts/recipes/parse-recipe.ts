import { posix } from 'node:path'

/** What a reader of a recipe does, under the heading that says it. */
export type Step = { heading: string } & (
  | { kind: 'create'; path: string; content: string }
  | { kind: 'change'; path: string; diff: string }
  | { kind: 'run'; commands: string[]; failsWith: string | undefined }
)

/** The steps of one recipe. */
export type Recipe = { title: string; steps: Step[] }

/**
 * Parses the recipes of a document as a reader does: a paragraph that says "Create `path`" and a code
 * block, "In `path`" or "In [name](path)" and a diff, or a block of commands. A paragraph after the
 * commands that begins with `It fails with "…"` says that they fail, and how.
 * @param level The level of the headings of its recipes: 1 if the document is one recipe.
 */
export function parseRecipes(text: string, level: 1 | 2): Recipe[] {
  const mark = '#'.repeat(level)
  const [, ...sections] = text.split(new RegExp(`^${mark} `, 'm'))
  return sections
    .map((section) => ({ title: firstLine(section), steps: parseSteps(section, level + 1) }))
    .filter(({ steps }) => steps.length > 0)
}

/** The steps below the numbered headings of a recipe. */
function parseSteps(section: string, level: number): Step[] {
  const [, ...parts] = section.split(new RegExp(`^${'#'.repeat(level)} `, 'm'))
  return parts.filter((part) => /^\d+\. /.test(part)).flatMap(parseBlocks)
}

function parseBlocks(part: string): Step[] {
  const heading = firstLine(part)
  // Text and code blocks take turns; a split by a pattern with groups keeps the groups.
  const [first = '', ...rest] = part
    .replace(/<!--.*?-->\n/g, '')
    .split(/^```(\w+)\n([\s\S]*?)^```\n/m)
  const steps: Step[] = []
  let paragraph = lastParagraph(first)
  for (let index = 0; index < rest.length; index += 3) {
    const [language, code = '', after = ''] = rest.slice(index, index + 3)
    const [, failsWith] = /^\s*It fails with "([^"]+)"/.exec(after.replaceAll('\n', ' ')) ?? []
    const commands = code.trim().split('\n')
    steps.push(
      language === 'sh'
        ? { heading, kind: 'run', commands, failsWith }
        : { heading, ...parseEdit(heading, paragraph, language, code) },
    )
    paragraph = lastParagraph(after)
  }
  return steps
}

function parseEdit(heading: string, paragraph: string, language: string | undefined, code: string) {
  const [, name, link] = /(?:Create|In) (?:`([^`]+)`|\[[^\]]+\]\(([^)]+)\))/.exec(paragraph) ?? []
  const path = name ?? (link && posix.join('docs', link))
  if (!path) throw new Error(`"${heading}": a block names no file: ${paragraph}`)
  return language === 'diff'
    ? ({ kind: 'change', path, diff: code } as const)
    : ({ kind: 'create', path, content: code } as const)
}

function lastParagraph(text: string): string {
  return (text.trim().split('\n\n').at(-1) ?? '').replaceAll('\n', ' ')
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').trim()
}

/**
 * Applies a diff without line numbers: its context and removed lines are in the text exactly once.
 * @throws Error if they are not.
 */
export function applyDiff(text: string, diff: string): string {
  const lines = diff.replace(/\n$/, '').split('\n')
  const before = lines.filter((line) => !line.startsWith('+')).map((line) => `${line.slice(1)}\n`)
  const after = lines.filter((line) => !line.startsWith('-')).map((line) => `${line.slice(1)}\n`)
  const found = text.split(before.join('')).length - 1
  if (found !== 1) throw new Error(`the lines of the diff are in the file ${found} times, not once`)
  return text.replace(before.join(''), () => after.join(''))
}
