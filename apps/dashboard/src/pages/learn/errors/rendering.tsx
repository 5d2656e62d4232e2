import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    setCacheHeaders(res, publicPage)
    return { props: {} }
  })) satisfies GetServerSideProps

export default function RenderingPage(): never {
  throw new Error('This lesson throws while rendering on purpose.')
}
