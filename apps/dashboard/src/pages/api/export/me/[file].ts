import { exportBoard } from '#features/board/board-export.ts'
import { parseBoardRequest } from '#features/board/board-request.ts'
import { readMyBoard } from '#features/board/read-my-board.server.ts'
import { parseFileName } from '#features/export/formats.ts'
import { sendExport } from '#features/export/send-export.server.ts'
import { readEnv } from '#server/process/env.ts'
import { serveViewerApi } from '#server/serve-api.ts'

/** Exports the facts of a viewer's board: `board.csv`. */
export default serveViewerApi(async ({ query }, res, { github, panel }) => {
  const file = parseFileName(String(query.file))
  if (file?.name !== 'board') return res.status(404).json({ failure: 'not-found' })

  const request = parseBoardRequest(query, readEnv().githubUrl)
  const options = { waitsForAll: true }
  const repositories = exportBoard(await readMyBoard({ github, panel }, request, options))
  sendExport(res, { name: 'board', format: file.format, repositories, isDegraded: undefined })
})
