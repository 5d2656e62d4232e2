import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    // Too early on purpose: Next would send this with the 500 page, but servePage replaces it.
    setCacheHeaders(res, publicPage)
    throw new Error('This lesson throws in getServerSideProps on purpose.')
  })) satisfies GetServerSideProps

export default function ThrownPage() {
  return null
}
