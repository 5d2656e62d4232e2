import { z } from 'zod'
import { webUrl } from './fields.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** A file that makes a repository easier to take part in. */
export type CommunityFile = {
  file:
    | 'readme'
    | 'license'
    | 'contributing'
    | 'codeOfConduct'
    | 'issueTemplate'
    | 'pullRequestTemplate'
  isPresent: boolean
  /** Its page at GitHub, where GitHub tells it. */
  url: string | null
}

const page = z
  .object({ html_url: webUrl })
  .nullish()
  .transform((value) => ({ isPresent: value != null, url: value?.html_url ?? null }))

const schema = z
  .object({
    files: z.object({
      readme: page,
      license: page,
      contributing: page,
      code_of_conduct: page,
      code_of_conduct_file: page,
      issue_template: page,
      pull_request_template: page,
    }),
  })
  .transform(({ files }): CommunityFile[] => [
    { file: 'readme', ...files.readme },
    { file: 'license', ...files.license },
    { file: 'contributing', ...files.contributing },
    {
      file: 'codeOfConduct',
      // GitHub names the one or the other.
      ...(files.code_of_conduct_file.isPresent ? files.code_of_conduct_file : files.code_of_conduct),
    },
    { file: 'issueTemplate', ...files.issue_template },
    { file: 'pullRequestTemplate', ...files.pull_request_template },
  ])

/** Which community files there are; null for a fork, of which GitHub keeps no profile. */
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
  return snapshot
}
