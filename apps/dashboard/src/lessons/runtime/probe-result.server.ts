import { setCacheHeaders } from '@repo/cache-headers'
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next'

export type ProbeParams = { outcome: string }

/**
 * Returns the result that the path names, without servePage and its guard, to show what Next does.
 * The probes of both runtimes call it, so that the runtime is the only difference.
 */
export function getProbeResult({
  params,
  res,
}: GetServerSidePropsContext<ProbeParams>): GetServerSidePropsResult<Record<string, never>> {
  switch (params?.outcome) {
    case 'status':
      res.statusCode = 418
      return { props: {} }
    case 'header':
      res.setHeader('X-Probe', 'set')
      return { props: {} }
    case 'cookie':
      res.setHeader('Set-Cookie', 'probe=set; Max-Age=1; HttpOnly; SameSite=Lax')
      return { props: {} }
    case 'cache-control':
      setCacheHeaders(res, { scope: 'public', sMaxAge: 1, staleWhileRevalidate: 0 })
      return { props: {} }
    case 'redirect':
      return { redirect: { destination: '/learn/runtime/node', permanent: false } }
    case 'throw':
      throw new Error('This probe throws in getServerSideProps on purpose.')
    default:
      return { notFound: true }
  }
}
