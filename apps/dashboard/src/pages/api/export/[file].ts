import { compareFrom } from '#features/compare/compare-request.ts'
import { readCompared } from '#features/compare/read-compared.server.ts'
import { exportedFrom } from '#features/export/facts.ts'
import { fileFrom } from '#features/export/formats.ts'
import { sendExport } from '#features/export/send-export.server.ts'
import { sendNotFound, serveGitHubApi } from '#server/serve-api.ts'

/** The facts of the repositories of a comparison as a file: `compare.csv?repos=a/b,c/d`. */
export default serveGitHubApi(async ({ query }, res, { github, panel, isDegraded }) => {
  const file = fileFrom(String(query.file))
  const { names } = compareFrom(query)
  if (file?.name !== 'compare' || names.length === 0) return sendNotFound(res)

  const read = await readCompared({ github, panel }, names)
  const found = read.flatMap((one) => ('overview' in one ? [one.overview] : []))
  if (found.length === 0) return sendNotFound(res)

  sendExport(res, {
    name: 'compare',
    format: file.format,
    repositories: found.map(exportedFrom),
    isDegraded: isDegraded(),
  })
})
