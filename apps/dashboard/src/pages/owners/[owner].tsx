import { setCacheHeaders } from '@repo/cache-headers'
import type { Owner } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Age, ageOf, PartialBanner } from '#components/panel/age.tsx'
import { PageAge } from '#components/panel/page-age.tsx'
import { ownerPath } from '#components/repo/paths.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { OwnerHeader } from '#features/owner/owner-header.tsx'
import { OwnerRepoList, type OwnerRepos } from '#features/owner/owner-repo-list.tsx'
import {
  type OwnerReposRequest,
  ownerReposTitle,
  parseOwnerReposRequest,
} from '#features/owner/owner-repos.ts'
import { readOwnerRepos, withLanguageName } from '#features/owner/read-owner-repos.server.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { owner: Owner; request: OwnerReposRequest; list: OwnerRepos; age: Age }
type Params = { owner: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, params, query, res }) => {
    const request = withLanguageName(parseOwnerReposRequest(query))
    const [owner, repos] = await Promise.all([
      github.getOwner(params.owner),
      readOwnerRepos(github, params.owner, request),
    ])

    setCacheHeaders(res, publicPage)
    const { partial } = repos
    const age = ageOf({ ...(repos.stale ? repos : owner), ...(partial && { partial }) })
    return { props: { owner: owner.data, request, list: repos.data, age } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function OwnerPage({
  owner,
  request,
  list,
  age,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Stack gap="large">
      <PageHead
        title={ownerReposTitle(owner.login, request)}
        description={owner.bio ?? undefined}
        path={ownerPath(owner.login)}
      />
      <OwnerHeader owner={owner} />
      <PageAge age={age}>
        <PartialBanner {...age} />
        <OwnerRepoList owner={owner} request={request} {...list} />
      </PageAge>
    </Stack>
  )
}
