import { setCacheHeaders } from '@repo/cache-headers'
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next'

/** A page's parameters, and nothing else of it. */
export type ProbeParams = { asked: string }

/**
 * Answers as the address asks, and leaves it to Next what becomes of it: no servePage, no guard.
 * Both runtimes' probes call this one function, so that all that differs is the runtime.
 */
export function answerProbe({
  params,
  res,
}: GetServerSidePropsContext<ProbeParams>): GetServerSidePropsResult<Record<string, never>> {
  switch (params?.asked) {
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
