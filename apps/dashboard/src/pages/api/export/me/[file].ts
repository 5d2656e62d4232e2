import type { ParsedUrlQuery } from 'node:querystring'
import { isFullName } from '@repo/github'
import { parsePage } from '#components/list-query.ts'
import { exportSkipped } from '#components/repo/unread-repo.ts'
import { exportBoard } from '#features/board/board-export.ts'
import { parseBoardOrder } from '#features/board/board-order.ts'
import { parseBoardRequest } from '#features/board/board-request.ts'
import { readMyBoard } from '#features/board/read-my-board.server.ts'
import { parseCompareRequest } from '#features/compare/compare-request.ts'
import { readCompared } from '#features/compare/read-compared.server.ts'
import { areAllMissing, exportCompared, type ListedExport } from '#features/export/facts.ts'
import { parseFileName } from '#features/export/formats.ts'
import { sendExport } from '#features/export/send-export.server.ts'
import { readEnv } from '#server/process/env.ts'
import { type ApiRequest, sendNotFound, serveViewerApi } from '#server/serve-api.ts'

/** Exports the facts of a viewer's board or comparison: `board.csv`, `compare.csv?repos=a/b,c/d`. */
export default serveViewerApi(async ({ query }, res, { github, panel }) => {
  const file = parseFileName(String(query.file))
  const read = file && reads[file.name]
  if (!read) return sendNotFound(res, 'private')
  const repositories = await read({ github, panel }, query)
  if (areAllMissing(repositories)) return sendNotFound(res, 'private')

  const { name, format } = file
  sendExport(res, { name, format, repositories, isDegraded: undefined })
})

type ReadTools = Pick<ApiRequest, 'github' | 'panel'>

const reads: Record<string, (tools: ReadTools, query: ParsedUrlQuery) => Promise<ListedExport[]>> =
  {
    board: async (tools, query) => {
      const request = parseBoardRequest(query, readEnv().githubWebsites)
      const options = { page: parsePage(query), waitsForAll: true }
      const { rows } = await readMyBoard(tools, request, options)
      return exportBoard(rows, parseBoardOrder(query))
    },
    compare: async (tools, query) => {
      const { names, skipped } = parseCompareRequest(query, readEnv().githubWebsites)
      const results = await readCompared(tools, names)
      return [...exportCompared(results), ...exportSkipped(skipped, isFullName)]
    },
  }
