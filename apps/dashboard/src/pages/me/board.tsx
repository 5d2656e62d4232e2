import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { parsePage } from '#components/list-query.ts'
import { useFrame } from '#components/shell/frame-context.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Board } from '#features/board/board.tsx'
import { BoardForm } from '#features/board/board-form.tsx'
import { type BoardOrder, orderParams, parseBoardOrder } from '#features/board/board-order.ts'
import { type BoardRequest, parseBoardRequest } from '#features/board/board-request.ts'
import type { BoardRow } from '#features/board/board-row.ts'
import type { MyBoardSelection } from '#features/board/my-board.ts'
import { MyBoardSummary } from '#features/board/my-board-summary.tsx'
import { readMyBoard } from '#features/board/read-my-board.server.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { readEnv } from '#server/process/env.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = {
  request: BoardRequest
  order: BoardOrder
  rows: BoardRow[]
  board: MyBoardSelection | null
}

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, query, res }) => {
    const request = parseBoardRequest(query, readEnv().githubWebsites)
    if (request.problems.length > 0) res.statusCode = 400

    const page = parsePage(query)
    const { rows, board } = await readMyBoard({ github, panel }, request, { page })

    setCacheHeaders(res, { scope: 'private' })
    return { props: { request, order: parseBoardOrder(query), rows, board } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function MyBoardPage({
  request,
  order,
  rows,
  board,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const viewer = useFrame()?.viewer
  const repos = request.names.join(',') || undefined
  const page = board && board.page > 1 ? String(board.page) : undefined
  return (
    <MeLayout title="Board" current="board">
      <PageHead title="Your board" />
      <BoardForm
        path="/me/board"
        label="Repositories beside your own"
        request={request}
        shown={rows.map(({ name }) => name)}
        addsPinned
      />
      {board && rows.length > 0 && (
        <MyBoardSummary board={board} path="/me/board" params={{ repos, ...orderParams(order) }} />
      )}
      {rows.length === 0 && request.problems.length === 0 && (
        <p>
          You own no repository, except archived ones. Add the repositories that you look after.
        </p>
      )}
      {rows.length > 0 && (
        <Board
          rows={rows}
          order={order}
          path="/me/board"
          params={{ repos, page }}
          exportPath="/api/export/me/board"
          storageKey={`/me/board ${viewer?.login}`}
        />
      )}
    </MeLayout>
  )
}
