import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { badgePagePath } from '#components/repo/paths.ts'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { BadgeList } from '#features/badge/badge-list.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { fullName: string }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, params: { owner, repo }, res }) => {
    const { data } = await github.getRepo(owner, repo)

    setCacheHeaders(res, publicPage)
    return { props: { fullName: data.fullName } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function BadgePage({
  fullName,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <>
      <PageHead
        title={`Badges and charts · ${fullName}`}
        description={`Images for the README of ${fullName}: badges and charts.`}
        path={badgePagePath(fullName)}
        image={socialCard(fullName)}
      />
      <BadgeList fullName={fullName} />
    </>
  )
}
