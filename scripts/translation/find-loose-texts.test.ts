import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromRoot } from '../programs.ts'
import { listFiles } from '../repository-files.ts'
import { findLooseTexts } from './find-loose-texts.ts'

const loose = ['a.tsx:1 wrap conditional text in an element']

test.each([
  '<p>Stars {isKnown && "of a repository"}</p>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is JSX
  '<p>Stars {isKnown && `of ${name}`}</p>',
  '<p>Stars {isKnown ? "of a repository" : <i>unknown</i>}</p>',
  '<a>{isKnown ? <>View <b>9</b> results</> : "View"}</a>',
  '<>{isKnown ? "Stars" : null}</>',
])('reports conditional text: %s', (jsx) => {
  expect(findLooseTexts('a.tsx', `const a = ${jsx}`)).toEqual(loose)
})

test.each(['<p>{icon && <Icon />} Stars</p>', "<p>{icon && <Icon />}{' '}\n<b /></p>"])(
  'reports text after conditional content: %s',
  (jsx) => {
    expect(findLooseTexts('a.tsx', `const a = ${jsx}`)).toEqual([
      'a.tsx:1 wrap text after conditional content in an element',
    ])
  },
)

test.each([
  '<p>Stars {isKnown && <span>of a repository</span>}</p>',
  '<p>{count} {count === 1 ? "star" : "stars"}</p>',
  '<p>{isKnown ? "Stars" : <i>unknown</i>}</p>',
  '<p>{icon && <Icon />}<span> Stars</span></p>',
  '<p>Stars {isKnown && <Icon />}</p>',
  '<p>{isKnown ? <><b>1</b><b>2</b></> : <Icon />}</p>',
])('accepts text in its own element: %s', (jsx) => {
  expect(findLooseTexts('a.tsx', `const a = ${jsx}`)).toEqual([])
})

test('the site has no text that breaks when a browser translates it', () => {
  const files = listFiles('apps/dashboard/src/*.tsx', 'packages/ui/src/*.tsx')
  expect(files.length).toBeGreaterThan(100)
  const problems = files
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) => findLooseTexts(file, readFileSync(fromRoot(file), 'utf8')))
  expect(problems).toEqual([])
})
