import { Secret } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { token: Secret }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    setCacheHeaders(res, publicPage)
    // Wrong on purpose: as a string, the token would be in the HTML and in every cache.
    return { props: { token: new Secret('a-token-that-must-not-leave') } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function SecretPage() {
  return null
}
