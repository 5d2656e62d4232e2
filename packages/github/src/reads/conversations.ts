import { z } from 'zod'
import type { Pages } from '../pages.ts'
import type { Dated, Read } from '../reader.ts'
import { flag, text, webUrl } from '../shapes.ts'
import { ageOfAll } from './together.ts'

/** Somebody at GitHub; null for an account that was deleted. */
export type Account = z.output<typeof account>

/** An issue or a pull request, as far as its answers are concerned. */
export type Conversation = z.output<typeof conversation>

/** A comment on an issue or a pull request. */
export type Answer = z.output<typeof answer>

/** The newest issues and pull requests of a repository, and what has been said in them. */
export type Conversations = {
  /** The newest first. */
  opened: Conversation[]
  answers: Answer[]
  /** ISO 8601 times since which every comment of a kind is among the answers; null when all are. */
  answersSince: Record<Conversation['kind'], string | null>
}

const perPage = 100
// Two more of five: one for what was opened, one for remarks on the code.
const mostCommentPages = 3

const moment = z.iso.datetime()

const account = z
  .object({ login: z.string(), type: text })
  .nullish()
  .transform((user) => (user ? { login: user.login, human: user.type === 'User' } : null))

const conversation = z
  .object({
    number: z.int().positive(),
    html_url: webUrl,
    user: account,
    draft: flag,
    created_at: moment,
    closed_at: moment.nullish(),
    pull_request: z.object({ merged_at: moment.nullish() }).nullish(),
  })
  .transform((body) => ({
    number: body.number,
    url: body.html_url,
    kind: body.pull_request ? ('pull' as const) : ('issue' as const),
    author: body.user,
    draft: body.draft,
    openedAt: body.created_at,
    closedAt: body.closed_at ?? null,
    mergedAt: body.pull_request?.merged_at ?? null,
  }))

// Of the address that a comment belongs to, the number at the end.
const numberAtEnd = z
  .string()
  .regex(/\/\d{1,15}$/)
  .transform((url) => Number(url.slice(url.lastIndexOf('/') + 1)))

const answer = z
  .object({
    issue_url: numberAtEnd.optional(),
    pull_request_url: numberAtEnd.optional(),
    user: account,
    created_at: moment,
  })
  .transform((body) => ({
    number: body.issue_url ?? body.pull_request_url ?? 0,
    by: body.user,
    at: body.created_at,
  }))

/**
 * The hundred newest issues and pull requests together, and what has been said in them as far back
 * as GitHub's lists of comments go in five reads.
 */
export async function conversations(
  read: Read,
  owner: string,
  repo: string,
): Promise<Dated<Conversations>> {
  const newestFirst = { owner, repo, sort: 'created', direction: 'desc', per_page: perPage }
  const commentsOn = (route: `GET /${string}`, page: number) =>
    read({
      route,
      params: { ...newestFirst, page },
      shape: z.array(answer),
      optional: true,
    })
  const [opened, remarks, firstTalk] = await Promise.all([
    read({
      route: 'GET /repos/{owner}/{repo}/issues',
      params: { ...newestFirst, state: 'all' },
      shape: z.array(conversation),
      optional: true,
    }),
    commentsOn('GET /repos/{owner}/{repo}/pulls/comments', 1),
    commentsOn('GET /repos/{owner}/{repo}/issues/comments', 1),
  ])

  const talk = [firstTalk]
  const oldest = opened.dated.data.at(-1)?.openedAt ?? ''
  let since = beginningOf(firstTalk)
  while (since !== null && since > oldest && talk.length < mostCommentPages) {
    const next = await commentsOn('GET /repos/{owner}/{repo}/issues/comments', talk.length + 1)
    talk.push(next)
    since = beginningOf(next)
  }

  const lists = [remarks, ...talk].map(({ dated }) => dated)
  return {
    ...ageOfAll([opened.dated, ...lists]),
    data: {
      opened: opened.dated.data,
      answers: lists.flatMap(({ data }) => data),
      answersSince: { issue: since, pull: later(since, beginningOf(remarks)) },
    },
  }
}

/** When the oldest comment of a list was made; null when there is no older one. */
function beginningOf({ dated, pages }: { dated: Dated<Answer[]>; pages: Pages }): string | null {
  return pages.next === undefined ? null : (dated.data.at(-1)?.at ?? null)
}

function later(one: string | null, other: string | null): string | null {
  return (
    [one, other]
      .flatMap((time) => time ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}
