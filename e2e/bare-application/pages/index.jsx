import { setCacheHeaders } from '@repo/cache-headers'
import { currentRuntime } from '@repo/page-runtime'

export const config = { runtime: 'nodejs', maxDuration: 10 }

export function getServerSideProps({ res }) {
  setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
  return { props: { runtime: currentRuntime() } }
}

export default function HomePage({ runtime }) {
  return <h1>Notes, rendered on {runtime}</h1>
}
