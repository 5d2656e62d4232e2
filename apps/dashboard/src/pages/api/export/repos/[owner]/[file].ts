import { sendRepoExport } from '#features/export/send-repo-export.server.ts'
import { serveGitHubApi } from '#server/serve-api.ts'

/** Exports the facts of a repository: `rocket.json`, `rocket.csv`, `rocket.md`. */
export default serveGitHubApi((req, res, request) =>
  sendRepoExport(req, res, request, { path: '/api/export/repos', scope: 'public' }),
)
