import { ChartCanvas } from './lib/chart-canvas.tsx'
import { divideIntoPoints } from './lib/plot.ts'
import { ScrollArea } from './lib/scroll-area.tsx'
import tableStyles from './lib/value-table.module.css'
import styles from './multi-line-chart.module.css'
import type { MultiLinePlot } from './multi-line-plot.ts'

type MultiLineChartProps = {
  label: string
  plot: MultiLinePlot
  /** The unit in the plural, such as `stars`. */
  unit: string
}

/** Several lines that differ in color and in dashes, with a legend above and a table below. */
export function MultiLineChart({ label, plot, unit }: MultiLineChartProps) {
  const { labels, lines, width } = plot
  const columns = divideIntoPoints(labels.length, width)
  const highest = labels.map((_label, index) =>
    Math.max(0, ...lines.map(({ values }) => values[index] ?? 0)),
  )
  const describeColumn = (index: number) =>
    lines
      .flatMap(({ name, values }) => {
        const value = values[index] ?? null
        return value === null ? [] : [`${name}: ${value.toLocaleString('en')}`]
      })
      .join(' · ') || 'no values'

  return (
    <figure className={styles.chart}>
      <ul className={styles.legend} aria-label="Lines">
        {lines.map(({ name }, index) => (
          <li key={name}>
            <svg aria-hidden="true" width="32" height="10">
              <path className={lineClass(index)} d="M0,5H32" />
            </svg>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <ChartCanvas
        plot={{ ...plot, values: highest }}
        columns={columns}
        label={label}
        unit={unit}
        describeColumn={describeColumn}
        description={`Last: ${describeColumn(labels.length - 1)}.`}
      >
        {lines.map(({ name, path }, index) => (
          <path key={name} className={lineClass(index)} d={path} />
        ))}
      </ChartCanvas>
      <LineTable label={label} unit={unit} plot={plot} />
    </figure>
  )
}

const lineClasses = [styles.first, styles.second, styles.third, styles.fourth]

function lineClass(index: number): string {
  return `${styles.line} ${lineClasses[index % lineClasses.length]}`
}

/** The values of the lines, without the labels at which none has a value. */
function LineTable({ label, unit, plot: { labels, lines } }: MultiLineChartProps) {
  const rows = labels.flatMap((text, index) => {
    const values = lines.map((line) => line.values[index] ?? null)
    return values.every((value) => value === null) ? [] : [{ text, values }]
  })
  return (
    <details className={tableStyles.details}>
      <summary className={tableStyles.summary}>Show data</summary>
      <ScrollArea label={`${label}, data`}>
        <table className={tableStyles.table}>
          <caption className="visually-hidden">
            {label}, {unit}
          </caption>
          <thead>
            <tr>
              <td />
              {lines.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ text, values }) => (
              <tr key={text}>
                <th scope="row">{text}</th>
                {lines.map(({ name }, index) => (
                  <td key={name}>{values[index]?.toLocaleString('en') ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  )
}
