import { MultiLineChart } from '@repo/ui/multi-line-chart'
import { Panel, PanelMessage } from '@repo/ui/panel'
import Link from 'next/link'
import { PanelNote } from '#components/panel/panel-note.tsx'
import { UnavailableSentence } from '#components/panel/unavailable-message.tsx'
import { type CompareView, compareViewPath } from './compare-view.ts'
import styles from './compared-chart.module.css'
import type { ComparedLines } from './compared-lines.ts'

const titles = { commits: 'Commits per 4 weeks', stars: 'Stars' }
const units = {
  absolute: '',
  indexed: ', the first of each repository is 100',
  logarithmic: ', on a logarithmic scale',
}

const choices: readonly Choice[] = [
  { name: 'Chart', options: { Commits: { chart: 'commits' }, Stars: { chart: 'stars' } } },
  {
    name: 'Scale',
    options: {
      Absolute: { scale: 'absolute' },
      'Indexed to 100': { scale: 'indexed' },
      Logarithmic: { scale: 'logarithmic' },
    },
  },
  { name: 'By', options: { Date: { by: 'date' }, Age: { by: 'age' } } },
]

type Choice = { name: string; options: Record<string, Partial<CompareView>> }
type ComparedChartProps = { names: readonly string[]; view: CompareView; lines: ComparedLines }

/** One chart with a line for each repository, and links that choose its values, scale and axis. */
export function ComparedChart({ names, view, lines }: ComparedChartProps) {
  const { plot, missing, omitted } = lines
  const title = titles[view.chart]
  return (
    <Panel title={title}>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <ChartChoice key={choice.name} choice={choice} names={names} view={view} />
        ))}
      </div>
      {plot.lines.length === 0 ? (
        <PanelMessage>No data for this chart.</PanelMessage>
      ) : (
        <MultiLineChart
          label={`${title} of all repositories${units[view.scale]}`}
          plot={plot}
          unit={view.scale === 'indexed' ? 'percent of the first' : view.chart}
        />
      )}
      {missing.map(({ name, panel }) => (
        <PanelNote key={name}>
          {name}: <UnavailableSentence panel={panel} />
        </PanelNote>
      ))}
      {omitted.length > 0 && <PanelNote>No value to draw: {omitted.join(', ')}.</PanelNote>}
      <PanelNote>
        The past year{view.by === 'age' && <span> at the age that each repository had</span>}
        <span>. The current week is in progress.</span>
      </PanelNote>
    </Panel>
  )
}

type ChartChoiceProps = { choice: Choice; names: readonly string[]; view: CompareView }

function ChartChoice({ choice: { name, options }, names, view }: ChartChoiceProps) {
  return (
    <nav className={styles.choice} aria-label={name}>
      <span>{name}:</span>
      {Object.entries(options).map(([label, change]) => {
        const path = compareViewPath(names, { ...view, ...change })
        const isCurrent = path === compareViewPath(names, view)
        return (
          <Link
            key={label}
            href={path}
            scroll={false}
            aria-current={isCurrent ? 'true' : undefined}
          >
            {label}
          </Link>
        )
      })}
    </nav>
  )
}
