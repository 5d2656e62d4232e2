import type { ParsedUrlQuery } from 'node:querystring'
import { isFullName } from '@repo/github'
import { exportSkipped } from '#components/repo/unread-repo.ts'
import { exportBoard } from '#features/board/board-export.ts'
import { parseBoardOrder } from '#features/board/board-order.ts'
import { parseBoardRequest } from '#features/board/board-request.ts'
import { readBoard } from '#features/board/read-board.server.ts'
import { parseCompareRequest } from '#features/compare/compare-request.ts'
import { readCompared } from '#features/compare/read-compared.server.ts'
import { areAllMissing, exportCompared, type ListedExport } from '#features/export/facts.ts'
import { parseFileName } from '#features/export/formats.ts'
import { sendExport } from '#features/export/send-export.server.ts'
import { readEnv } from '#server/process/env.ts'
import { type ApiRequest, sendNotFound, serveGitHubApi } from '#server/serve-api.ts'

/** Exports the facts of a comparison or a board: `compare.csv?repos=a/b,c/d`, `board.csv?repos=a/b`. */
export default serveGitHubApi(async ({ query }, res, { github, panel, isDegraded }) => {
  const file = parseFileName(String(query.file))
  const read = file && reads[file.name]
  if (!read) return sendNotFound(res)
  const repositories = await read({ github, panel }, query)
  if (areAllMissing(repositories)) return sendNotFound(res)

  const { name, format } = file
  sendExport(res, { name, format, repositories, isDegraded: isDegraded() })
})

type ReadTools = Pick<ApiRequest, 'github' | 'panel'>

const reads: Record<string, (tools: ReadTools, query: ParsedUrlQuery) => Promise<ListedExport[]>> =
  {
    compare: async (tools, query) => {
      const { names, skipped } = parseCompareRequest(query, readEnv().githubWebsites)
      const results = await readCompared(tools, names)
      return [...exportCompared(results), ...exportSkipped(skipped, isFullName)]
    },
    board: async (tools, query) => {
      const { names } = parseBoardRequest(query, readEnv().githubWebsites)
      const rows = await readBoard(tools, names, { waitsForAll: true })
      return exportBoard(rows, parseBoardOrder(query))
    },
  }
