import { z } from 'zod'
import { GitHubError } from '../http/github-error.ts'
import { type List, webUrl } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'
import { getRepo } from './repo.ts'

/** A community health file. */
export type CommunityFile = {
  file:
    | 'readme'
    | 'license'
    | 'contributing'
    | 'codeOfConduct'
    | 'issueTemplate'
    | 'pullRequestTemplate'
  isPresent: boolean
  /** The file on GitHub, if GitHub returns its URL. */
  url: string | null
}

type Found = Pick<CommunityFile, 'isPresent' | 'url'> | undefined

// Undefined if it cannot be read, and so may be present or missing.
const file = z
  .object({ html_url: webUrl })
  .nullish()
  .transform((value): Found => ({ isPresent: value != null, url: value?.html_url ?? null }))
  .catch(undefined)

const schema = z
  .object({
    files: z.object({
      readme: file,
      license: file,
      contributing: file,
      code_of_conduct: file,
      code_of_conduct_file: file,
      issue_template: file,
      pull_request_template: file,
    }),
  })
  .transform(({ files }): List<CommunityFile> => {
    const { code_of_conduct: conduct, code_of_conduct_file: conductFile } = files
    const all: [CommunityFile['file'], Found][] = [
      ['readme', files.readme],
      ['license', files.license],
      ['contributing', files.contributing],
      // GitHub returns one of the two.
      [
        'codeOfConduct',
        [conductFile, conduct].find((one) => one?.isPresent) ?? (conductFile && conduct),
      ],
      ['issueTemplate', files.issue_template],
      ['pullRequestTemplate', files.pull_request_template],
    ]
    const items = all.flatMap(([file, found]) => (found ? { file, ...found } : []))
    return { items, isComplete: items.length === all.length }
  })

/**
 * Gets the community health files, partial without one that cannot be read; null for a fork, which
 * has no community profile.
 * @throws GitHubError of kind `not-found` if GitHub has no profiles, as Enterprise Server.
 */
export async function getCommunityProfile(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<CommunityFile[] | null>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/community/profile',
    params: { owner, repo },
    schema,
    isOptional: true,
    ttl: SLOW_TTL,
    on404: null,
  })
  const { data, ...freshness } = snapshot
  if (data !== null) return toListSnapshot({ ...freshness, data })
  const { isFork } = (await getRepo(read, owner, repo)).data
  if (isFork) return { ...freshness, data }
  throw new GitHubError('not-found', {
    status: 404,
    path: `/repos/${owner}/${repo}/community/profile`,
  })
}
