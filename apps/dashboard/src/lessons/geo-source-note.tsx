import type { GeoSource } from './visitor.server.ts'

/** Says who is believed about where visitors are. */
export function GeoSourceNote({ source }: { source: GeoSource }) {
  switch (source) {
    case 'vercel':
      return (
        <p>
          This site runs on Vercel, which sets these headers itself and drops those that come in.
        </p>
      )
    case 'proxy':
      return (
        <p>
          The proxy in front of this site says it, by the headers that <code>GEO_HEADERS</code>{' '}
          names. It must drop those that come in.
        </p>
      )
    case 'query':
      return (
        <p>
          This is the development server, where nobody knows: try values by the form. In production
          the form is not there, and what it says is not looked at.
        </p>
      )
    case 'none':
      return (
        <p>
          Nobody who knows says it here: this site does not run on Vercel, and{' '}
          <code>GEO_HEADERS</code> names no header of a proxy. A header that anybody can send is not
          believed.
        </p>
      )
  }
}
