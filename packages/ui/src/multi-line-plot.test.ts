import { expect, test } from 'vitest'
import { createMultiLinePlot } from './multi-line-plot.ts'

const size = { width: 100, height: 130 }
const labels = ['Mon', 'Tue', 'Wed']

function pathsOf(values: (number | null)[][], options = {}) {
  const lines = values.map((value, index) => ({ name: `line ${index}`, values: value }))
  const { lines: drawn, grid } = createMultiLinePlot(lines, labels, { ...size, ...options })
  return { paths: drawn.map(({ path }) => path), grid: grid.map(({ text }) => text) }
}

test('draws lines on one scale that begins at zero', () => {
  expect(
    pathsOf([
      [0, 50, 100],
      [100, 100, 0],
    ]),
  ).toEqual({
    paths: ['M0,108L50,58L100,8', 'M0,8L50,8L100,108'],
    grid: ['0', '50', '100'],
  })
})

test('a missing value interrupts a line, and a value between two gaps is a dot', () => {
  expect(
    pathsOf([
      [100, null, 0],
      [null, 50, null],
      [null, 0, 100],
    ]).paths,
  ).toEqual(['M0,8h0M100,108h0', 'M50,58h0', 'M50,108L100,8'])
})

test('on a logarithmic scale equal factors are equal distances, and zero has no place', () => {
  expect(
    pathsOf(
      [
        [1, 10, 100],
        [0, 100, 1],
      ],
      { isLogarithmic: true },
    ),
  ).toEqual({
    paths: ['M0,108L50,58L100,8', 'M50,8L100,108'],
    grid: ['1', '10', '100'],
  })
})

test('a logarithmic scale over many powers of ten labels at most five of them', () => {
  expect(pathsOf([[1, 10, 900_000]], { isLogarithmic: true }).grid).toEqual([
    '1',
    '100',
    '10k',
    '1M',
  ])
})

test('a plot without values has no line', () => {
  expect(createMultiLinePlot([], []).lines).toEqual([])
  expect(pathsOf([[null, null, null]], { isLogarithmic: true }).paths).toEqual([''])
  expect(pathsOf([[0, 0, 0]]).paths).toEqual(['M0,108L50,108L100,108'])
})
