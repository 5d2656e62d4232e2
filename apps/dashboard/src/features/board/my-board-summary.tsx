import { Pager } from '@repo/ui/pager'
import { addSearchParams } from '#components/list-query.ts'
import { describeMyBoard, type MyBoardSelection } from './my-board.ts'

type MyBoardSummaryProps = {
  board: MyBoardSelection
  path: string
  /** Parameters of the URL except its page. */
  params: Record<string, string | undefined>
}

/** Says which of the viewer's repositories a board shows, with links to the others. */
export function MyBoardSummary({ board, path, params }: MyBoardSummaryProps) {
  const { page, lastPage } = board
  return (
    <div>
      <p>{describeMyBoard(board)}</p>
      <Pager
        label="Pages of your board"
        page={page}
        lastPage={lastPage}
        hasNext={page < lastPage}
        href={(next) =>
          addSearchParams(path, { ...params, page: next > 1 ? String(next) : undefined })
        }
      />
    </div>
  )
}
