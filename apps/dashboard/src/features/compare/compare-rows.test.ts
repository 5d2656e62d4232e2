import { expect, test } from 'vitest'
import { overviewWith } from '#features/overview/test-support.ts'
import { createRows } from './compare-rows.ts'
import { createColumns } from './compared.ts'

const { repo } = overviewWith({})

function starsRow(...counts: (number | null)[]) {
  const results = counts.map((stars, index) => ({
    name: `acme/${index}`,
    overview: overviewWith({ repo: { ...repo, stars } }),
    formerNames: [],
  }))
  const missing = { name: 'acme/nothing', missing: 'not-found' as const }
  const row = createRows(createColumns([...results, missing])).find(({ name }) => name === 'Stars')
  return { marks: row?.cells.map((cell) => cell?.mark), differs: row?.differs }
}

test.each([
  [[5, 70, 60], ['fewest', 'most', undefined], true],
  [[70, 5, 70], ['most', 'fewest', 'most'], true],
  [[5, 5], [undefined, undefined], false],
  [[5], [undefined], false],
  // The unknown count may be the highest.
  [[5, null, 70], [undefined, undefined, undefined], true],
  [[null, null], [undefined, undefined], false],
])('the marks of the counts %j are %j', (counts, marks, differs) => {
  expect(starsRow(...counts)).toEqual({ marks: [...marks, undefined], differs })
})

test('open issues and pull requests are not ranked', () => {
  const results = [3, 9].map((openIssuesAndPulls) => ({
    name: `acme/${openIssuesAndPulls}`,
    overview: overviewWith({ repo: { ...repo, openIssuesAndPulls } }),
    formerNames: [],
  }))
  const row = createRows(createColumns(results)).find(({ name }) => name === 'Open issues')
  expect(row?.cells).toEqual([{ value: { figure: 0 } }, { value: { figure: 5 } }])
})

test('report lines that differ only in their link do not differ', () => {
  const results = ['a', 'b'].map((name) => {
    const { status, lines } = overviewWith({}).report
    const href = `https://github.test/acme/${name}`
    return {
      name,
      overview: overviewWith({
        report: { status, lines: lines.map((line) => ({ ...line, href })) },
      }),
      formerNames: [],
    }
  })
  const row = createRows(createColumns(results)).find(({ name }) => name === 'Maintenance')
  expect(row?.differs).toBe(false)
})
