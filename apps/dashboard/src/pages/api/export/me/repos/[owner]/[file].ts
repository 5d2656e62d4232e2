import { sendRepoExport } from '#features/export/send-repo-export.server.ts'
import { serveViewerApi } from '#server/serve-api.ts'

/** Exports the facts of a repository that a viewer can read: `rocket.json`, `rocket.csv`, `rocket.md`. */
export default serveViewerApi((req, res, request) =>
  sendRepoExport(req, res, request, { path: '/api/export/me/repos', scope: 'private' }),
)
