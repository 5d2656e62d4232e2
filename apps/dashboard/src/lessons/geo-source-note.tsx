import type { GeoSource } from './visitor.server.ts'

/** Explains which geolocation headers this site trusts. */
export function GeoSourceNote({ source }: { source: GeoSource }) {
  switch (source) {
    case 'vercel':
      return (
        <p>
          This site runs on Vercel, which sets these headers itself and drops those that a client
          sends.
        </p>
      )
    case 'proxy':
      return (
        <p>
          The proxy in front of this site sets the headers that <code>GEO_HEADERS</code> lists. It
          must drop those that a client sends.
        </p>
      )
    case 'query':
      return (
        <p>
          This is the development server, which has no geolocation headers: simulate them with the
          form. Production has no form, and ignores these parameters.
        </p>
      )
    case 'none':
      return (
        <p>
          No trusted source: this site does not run on Vercel, and <code>GEO_HEADERS</code> lists no
          header of a proxy. Headers that a client can forge are ignored.
        </p>
      )
  }
}
