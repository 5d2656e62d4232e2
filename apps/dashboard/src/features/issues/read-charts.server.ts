import { derive } from '@repo/github'
import { type BarPlot, formatAmount } from '@repo/ui/bar-plot'
import { type ChartFile, type ReadChart, toChartFile } from '#components/charts/chart-file.ts'
import { createAgeChart, createIssueCharts, type IssueCharts } from './issue-charts.ts'
import type { IssueListRequest } from './issue-list-request.ts'

type Kind = IssueListRequest['kind']
type Counted = { plot: BarPlot; total: number }

const units = { issue: 'issues', pull: 'pull requests' } as const
const resolved = { issue: 'closed', pull: 'merged' } as const
const closed = { issue: 'closed', pull: 'merged or closed' } as const

/** The charts of issues and of pull requests as files. */
export const issueCharts = {
  'issues-opened': readOpened('issue'),
  'issues-closed': readClosed('issue'),
  'issues-first-response': readFirstResponse('issue'),
  'issues-resolution': readResolution('issue'),
  'issues-age': readAge('issue'),
  'pulls-opened': readOpened('pull'),
  'pulls-closed': readClosed('pull'),
  'pulls-first-response': readFirstResponse('pull'),
  'pulls-resolution': readResolution('pull'),
  'pulls-age': readAge('pull'),
} satisfies Record<string, ReadChart>

function readOpened(kind: Kind): ReadChart {
  return readCharts(
    kind,
    'opened',
    ({ weeks }) => weeks && { plot: weeks.opened, total: weeks.openedTotal },
  )
}

function readClosed(kind: Kind): ReadChart {
  return readCharts(
    kind,
    closed[kind],
    ({ weeks }) => weeks && { plot: weeks.closed, total: weeks.closedTotal },
  )
}

function readFirstResponse(kind: Kind): ReadChart {
  return readCharts(kind, 'answered', ({ firstResponse }) => firstResponse)
}

function readResolution(kind: Kind): ReadChart {
  return readCharts(kind, resolved[kind], ({ resolution }) => resolution)
}

function readCharts(
  kind: Kind,
  state: string,
  choose: (charts: IssueCharts) => Counted | null,
): ReadChart {
  return async ({ github, owner, name }) =>
    toChartFile(await github.listConversations(owner, name), (data) =>
      toFile(
        kind,
        choose(derive(data, createIssueCharts, kind)),
        state,
        'Based on the 100 newest issues and pull requests',
      ),
    )
}

function readAge(kind: Kind): ReadChart {
  return async ({ github, owner, name }) => {
    const oldest = { kind, state: 'open', sort: 'oldest', page: 1 } as const
    const snapshot = await github.listIssuesOrPulls(owner, name, oldest)
    const ages = createAgeChart(snapshot.data, snapshot.asOf)
    const all = ages?.openTotal?.toLocaleString('en')
    const note =
      ages && ages.total !== ages.openTotal
        ? `Only the ${ages.total} oldest${all ? ` of ${all}` : ''} open ${units[kind]}`
        : undefined
    return { ...snapshot, data: toFile(kind, ages, 'open', note) }
  }
}

function toFile(kind: Kind, counted: Counted | null, state: string, note?: string): ChartFile {
  const unit = units[kind]
  return {
    summary: counted ? `${formatAmount(counted.total, unit)}, ${state}` : '',
    note,
    chart: counted && { form: 'bars', plot: counted.plot, unit },
    emptyText: `No ${unit} for this chart.`,
  }
}
