import { GitHubError, isOwnerName, isRepoName } from '@repo/github'
import { exportFacts } from '#features/export/facts.ts'
import { parseFileName } from '#features/export/formats.ts'
import { sendExport } from '#features/export/send-export.server.ts'
import { readRepoDetails } from '#features/overview/read-overview.server.ts'
import { confirmRename } from '#server/confirm-rename.ts'
import { sendNotFound, serveGitHubApi } from '#server/serve-api.ts'

/** Exports the facts of a repository: `rocket.json`, `rocket.csv`, `rocket.md`. */
export default serveGitHubApi(async ({ query }, res, { openGitHub, panel, isDegraded }) => {
  const owner = String(query.owner)
  const file = parseFileName(String(query.file))
  if (!file || !isOwnerName(owner) || !isRepoName(file.name)) return sendNotFound(res)

  try {
    const overview = await confirmRename(openGitHub, (github) =>
      readRepoDetails({ github, panel }, owner, file.name),
    )
    sendExport(res, {
      name: `${owner}-${file.name}`,
      format: file.format,
      repositories: [exportFacts(overview)],
      isDegraded: isDegraded(),
    })
  } catch (error) {
    if (!(error instanceof GitHubError && error.kind === 'renamed')) throw error
    res.redirect(307, `/api/export/repos/${error.fullName}.${file.format}`)
  }
})
