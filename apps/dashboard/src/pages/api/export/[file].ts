import { parseCompareRequest } from '#features/compare/compare-request.ts'
import { readEveryCompared } from '#features/compare/read-compared.server.ts'
import { exportFacts } from '#features/export/facts.ts'
import { parseFileName } from '#features/export/formats.ts'
import { sendExport } from '#features/export/send-export.server.ts'
import { readEnv } from '#server/process/env.ts'
import { sendNotFound, serveGitHubApi } from '#server/serve-api.ts'

/** Exports the facts of a comparison: `compare.csv?repos=a/b,c/d`. */
export default serveGitHubApi(async ({ query }, res, { github, panel, isDegraded }) => {
  const file = parseFileName(String(query.file))
  const { names } = parseCompareRequest(query, readEnv().githubUrl)
  if (file?.name !== 'compare' || names.length === 0) return sendNotFound(res)

  const results = await readEveryCompared({ github, panel }, names)
  const overviews = results.flatMap((result) => ('overview' in result ? [result.overview] : []))
  if (overviews.length === 0) return sendNotFound(res)

  sendExport(res, {
    name: 'compare',
    format: file.format,
    repositories: overviews.map(exportFacts),
    isDegraded: isDegraded(),
  })
})
