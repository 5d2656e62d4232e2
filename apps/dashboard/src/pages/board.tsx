import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { boardPath } from '#components/repo/board-path.ts'
import { hasPlainNames } from '#components/repo/typed-repos.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { Board } from '#features/board/board.tsx'
import { BoardForm } from '#features/board/board-form.tsx'
import { type BoardOrder, parseBoardOrder } from '#features/board/board-order.ts'
import { type BoardRequest, parseBoardRequest } from '#features/board/board-request.ts'
import type { BoardRow } from '#features/board/board-row.ts'
import { readBoard } from '#features/board/read-board.server.ts'
import { publicPage } from '#server/cache-policies.ts'
import { readEnv } from '#server/process/env.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { request: BoardRequest; order: BoardOrder; rows: BoardRow[] }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, query, res }) => {
    const request = parseBoardRequest(query, readEnv().githubWebsites)
    const order = parseBoardOrder(query)
    const { names, problems } = request
    const isPlain = problems.length > 0 || hasPlainNames(query, names)
    if (!isPlain) return { redirect: { destination: boardPath(names), permanent: false } }
    if (problems.length > 0) res.statusCode = 400

    const rows = await readBoard({ github, panel }, names)

    setCacheHeaders(res, publicPage)
    return { props: { request, order, rows } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function BoardPage({
  request,
  order,
  rows,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { names } = request
  return (
    <Stack>
      <PageHead title="Board" path={boardPath(names)} />
      <h1>Board</h1>
      <BoardForm
        path="/board"
        label="Repositories"
        request={request}
        shown={rows.map(({ name }) => name)}
      />
      {rows.length > 0 && (
        <Board
          rows={rows}
          order={order}
          path="/board"
          params={{ repos: names.join(',') }}
          exportPath="/api/export/board"
          storageKey={names.toSorted().join().toLowerCase()}
        />
      )}
    </Stack>
  )
}
