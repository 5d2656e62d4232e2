import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { robots } from '#features/crawlers/robots.ts'
import { servePage } from '#server/serve-page.ts'
import { siteUrl } from '#server/site-url.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    setCacheHeaders(res, { scope: 'public', sMaxAge: 3600, staleWhileRevalidate: 86_400 })
    res.setHeader('Content-Type', 'text/plain; charset=utf-8')
    res.end(robots(siteUrl()))
    return { props: {} }
  })) satisfies GetServerSideProps

// The answer has been sent: Next renders no page for it.
export default function Robots() {
  return null
}
