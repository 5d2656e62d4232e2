import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { securityTxt } from '#features/crawlers/crawlers.ts'
import { crawlerFile, notFoundPage } from '#server/cache-policies.ts'
import { readBuildTime, readEnv } from '#server/process/env.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    const { securityContact, siteUrl } = readEnv()
    if (securityContact === undefined) {
      setCacheHeaders(res, notFoundPage)
      return { notFound: true }
    }
    setCacheHeaders(res, crawlerFile)
    res.setHeader('Content-Type', 'text/plain; charset=utf-8')
    res.end(securityTxt(siteUrl, securityContact, readBuildTime()))
    return { props: {} }
  })) satisfies GetServerSideProps

// The response has been sent: Next renders no page for it.
export default function SecurityTxt() {
  return null
}
