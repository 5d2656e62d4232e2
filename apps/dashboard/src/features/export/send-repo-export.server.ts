import { GitHubError, isOwnerName, isRepoName } from '@repo/github'
import type { NextApiRequest, NextApiResponse } from 'next'
import { readRepoDetails } from '#features/overview/read-overview.server.ts'
import { confirmRename } from '#server/confirm-rename.ts'
import { type ApiRequest, sendNotFound } from '#server/serve-api.ts'
import { exportFacts } from './facts.ts'
import { parseFileName } from './formats.ts'
import { sendExport } from './send-export.server.ts'

type Options = {
  /** The path below which the files are, to which a renamed repository redirects. */
  path: '/api/export/repos' | '/api/export/me/repos'
  scope: 'public' | 'private'
}

/** Sends the facts of a repository: `rocket.json`, `rocket.csv`, `rocket.md`. */
export async function sendRepoExport(
  { query }: NextApiRequest,
  res: NextApiResponse,
  { openGitHub, panel, isDegraded }: ApiRequest,
  { path, scope }: Options,
): Promise<void> {
  const owner = String(query.owner)
  const file = parseFileName(String(query.file))
  if (!file || !isOwnerName(owner) || !isRepoName(file.name)) return sendNotFound(res, scope)

  try {
    const overview = await confirmRename(openGitHub, (github) =>
      readRepoDetails({ github, panel }, owner, file.name),
    )
    sendExport(res, {
      name: `${owner}-${file.name}`,
      format: file.format,
      repositories: [exportFacts(overview)],
      isDegraded: scope === 'public' ? isDegraded() : undefined,
    })
  } catch (error) {
    if (!(error instanceof GitHubError && error.kind === 'renamed')) throw error
    res.redirect(307, `${path}/${error.fullName}.${file.format}`)
  }
}
