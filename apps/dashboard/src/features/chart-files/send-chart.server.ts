import type { ParsedUrlQuery } from 'node:querystring'
import { type CachePolicy, setCacheHeaders } from '@repo/cache-headers'
import { type GitHub, GitHubError, isOwnerName, isRepoName, type Snapshot } from '@repo/github'
import type { NextApiRequest, NextApiResponse } from 'next'
import type { ChartFile, ReadChart } from '#components/charts/chart-file.ts'
import { type ChartName, chartTitles, isChartName } from '#components/charts/chart-names.ts'
import { chartPath } from '#components/charts/chart-path.ts'
import { freshImage, shortLivedImage } from '#server/cache-policies.ts'
import { confirmRename } from '#server/confirm-rename.ts'
import { githubUrlOf } from '#server/github-url.ts'
import { imageErrors } from '#server/image-errors.ts'
import { type ApiRequest, sendNotFound } from '#server/serve-api.ts'
import { writeChartCsv } from './chart-csv.ts'
import { renderChartSvg, renderMessageSvg } from './chart-svg.server.tsx'

const notCached = { scope: 'private' } as const satisfies CachePolicy

type Readers = Record<ChartName, ReadChart>

/** A file, or the path of the same file of the repository's new name; undefined: not found. */
export type ChartResponse = ChartBody | { location: string } | undefined

type ChartBody = { type: string; disposition: string; body: string; policy: CachePolicy }

/**
 * Sends `/api/charts/repos/{owner}/{repo}/{chart}.svg`, or `.csv`. As with badges, an image itself
 * reports an error, with status 200. Throws the `GitHubError` of a CSV file.
 */
export async function sendChart(
  { query, url = '' }: NextApiRequest,
  res: NextApiResponse,
  request: ApiRequest,
  readers: Readers,
): Promise<void> {
  const { search } = new URL(url, 'http://site')
  const response = await respondWithChart(query, search, request, readers)
  if (response === undefined) return sendNotFound(res)
  if ('location' in response) return void res.redirect(307, response.location)
  setCacheHeaders(res, response.policy)
  res.setHeader('Content-Type', response.type)
  res.setHeader('Content-Disposition', response.disposition)
  res.send(response.body)
}

/** Responds to a request for a chart; `search` is kept when a renamed repository redirects. */
export async function respondWithChart(
  query: ParsedUrlQuery,
  search: string,
  request: ApiRequest,
  readers: Readers,
): Promise<ChartResponse> {
  const [owner, repo] = [String(query.owner), String(query.repo)]
  const { chart, format } = parseFile(String(query.file))
  // No page links to such a file, so nobody embeds it as an image.
  if (format === undefined || !isChartName(chart)) return undefined
  const isImage = format === 'svg'
  if (!isOwnerName(owner) || !isRepoName(repo)) {
    return isImage ? messageImage('Chart', '', 'Repository not found') : undefined
  }
  const fullName = `${owner}/${repo}`

  const title = chartTitles[chart]
  try {
    const { file, source } = await confirmRename(request.openGitHub, (github) =>
      readChartFile(github, { owner, repo, query }, request, readers[chart]),
    )
    return {
      ...(isImage
        ? svgFile(renderChartSvg(file, { title, fullName, source }))
        : csvFile(writeChartCsv(file, source))),
      disposition: `${isImage ? 'inline' : 'attachment'}; filename="${owner}-${repo}-${chart}.${format}"`,
      policy: request.isDegraded() ? shortLivedImage : freshImage,
    }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (error.kind === 'renamed' && error.fullName !== undefined) {
      return { location: `${chartPath(error.fullName, chart)}.${format}${search}` }
    }
    if (!isImage) throw error
    const { message, isCacheable } = imageErrors[error.kind]
    const text = message.charAt(0).toUpperCase() + message.slice(1)
    return messageImage(title, fullName, text, isCacheable ? shortLivedImage : notCached)
  }
}

function parseFile(file: string): { chart: string; format?: 'svg' | 'csv' } {
  const [, chart = '', format] = /^(.+)\.(svg|csv)$/.exec(file) ?? []
  return format === 'svg' || format === 'csv' ? { chart, format } : { chart }
}

type Target = { owner: string; repo: string; query: ParsedUrlQuery }

/** Reads a chart and its source. The repository's error wins, whichever read fails first. */
async function readChartFile(
  github: GitHub,
  { owner, repo: name, query }: Target,
  { panel }: ApiRequest,
  readChart: ReadChart,
): Promise<{ file: Snapshot<ChartFile>; source: string }> {
  const repo = github.getRepo(owner, name)
  const [facts, file] = await Promise.allSettled([
    repo,
    readChart({ github, panel, owner, name, repo, query }),
  ])
  if (facts.status === 'rejected') throw facts.reason
  if (file.status === 'rejected') throw file.reason
  return { file: file.value, source: githubUrlOf(facts.value.data) }
}

function svgFile(body: string) {
  return { type: 'image/svg+xml; charset=utf-8', body }
}

function csvFile(body: string) {
  return { type: 'text/csv; charset=utf-8; header=present', body }
}

function messageImage(
  title: string,
  subtitle: string,
  message: string,
  policy: CachePolicy = shortLivedImage,
): ChartBody {
  return { ...svgFile(renderMessageSvg(title, subtitle, message)), disposition: 'inline', policy }
}
