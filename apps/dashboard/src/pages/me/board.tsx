import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { useFrame } from '#components/shell/frame-context.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Board } from '#features/board/board.tsx'
import { BoardForm } from '#features/board/board-form.tsx'
import { type BoardOrder, parseBoardOrder } from '#features/board/board-order.ts'
import { type BoardRequest, parseBoardRequest } from '#features/board/board-request.ts'
import type { BoardRow } from '#features/board/board-row.ts'
import { readMyBoard } from '#features/board/read-my-board.server.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { readEnv } from '#server/process/env.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { request: BoardRequest; order: BoardOrder; rows: BoardRow[] }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, query, res }) => {
    const request = parseBoardRequest(query, readEnv().githubWebsites)
    if (request.problem) res.statusCode = 400

    const rows = await readMyBoard({ github, panel }, request)

    setCacheHeaders(res, { scope: 'private' })
    return { props: { request, order: parseBoardOrder(query), rows } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function MyBoardPage({
  request,
  order,
  rows,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const viewer = useFrame()?.viewer
  const repos = request.names.join(',') || undefined
  return (
    <MeLayout title="Board" current="board">
      <PageHead title="Your board" />
      <BoardForm
        path="/me/board"
        label="Repositories beside your own"
        request={request}
        shown={rows.map(({ name }) => name)}
      />
      {rows.length === 0 && !request.problem && (
        <p>
          You own no repository, except archived ones. Add the repositories that you look after.
        </p>
      )}
      {rows.length > 0 && (
        <Board
          rows={rows}
          order={order}
          path="/me/board"
          repos={repos}
          exportPath="/api/export/me/board"
          storageKey={`/me/board ${viewer?.login}`}
        />
      )}
    </MeLayout>
  )
}
