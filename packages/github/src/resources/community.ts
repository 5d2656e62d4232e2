import { z } from 'zod'
import { webUrl } from './fields.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

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

const file = z
  .object({ html_url: webUrl })
  .nullish()
  .transform((value) => ({ isPresent: value != null, url: value?.html_url ?? null }))

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
  .transform(({ files }): CommunityFile[] => [
    { file: 'readme', ...files.readme },
    { file: 'license', ...files.license },
    { file: 'contributing', ...files.contributing },
    {
      file: 'codeOfConduct',
      // GitHub returns one of the two.
      ...(files.code_of_conduct_file.isPresent
        ? files.code_of_conduct_file
        : files.code_of_conduct),
    },
    { file: 'issueTemplate', ...files.issue_template },
    { file: 'pullRequestTemplate', ...files.pull_request_template },
  ])

/** Gets the community health files; null for a fork, which has no community profile. */
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
