import { CodeBlock } from '@repo/ui/code-block'
import { Stat, StatList } from '@repo/ui/stat'
import Link from 'next/link'
import { lessons } from '#tutorial/lessons.ts'
import { fillIn } from './fill-in.ts'
import { GeoSourceNote } from './geo-source-note.tsx'
import { SimulateLocationForm } from './simulate-location-form.tsx'
import { forgedCountry } from './snippets/geolocation.ts'
import type { GeoSource } from './visitor.server.ts'

type GeolocationLessonProps = {
  country: string | null
  countryName: string
  source: GeoSource
  varyOn: readonly string[]
}

/** The lesson about the country of a visitor. */
export function GeolocationLesson(props: GeolocationLessonProps) {
  const { country, countryName, source, varyOn } = props
  const [header = 'x-vercel-ip-country'] = varyOn
  return (
    <>
      <StatList label="Read from the headers of this request">
        <Stat label="Your country" value={countryName} detail={country} />
      </StatList>
      <GeoSourceNote source={source} />
      {source === 'query' && <SimulateLocationForm path={lessons.geolocation.path} />}

      <h2>Trusted headers</h2>
      <p>
        A server sees an IP address, not a country. A platform that can locate addresses adds the
        country as a header before <code>getServerSideProps</code> runs. Any client can send the
        same header: without such a platform, or behind another proxy, the visitor controls it.
      </p>
      <CodeBlock
        label="A request with a forged country"
        html={fillIn(forgedCountry, { COUNTRY_HEADER: header })}
      />
      <p>
        So the header is trusted only where a proxy is known to set it. Its value is validated even
        then: anything except two capital letters counts as unknown.
      </p>

      <h2>Caching by country</h2>
      <p>
        Where a platform sets the country, this page is public, but differs by country.{' '}
        <code>Vary: {header}</code> makes caches store one variant per country: a few hundred at
        most, each for many visitors. Varying by city would create a cache entry per town.
      </p>
      {varyOn.length === 0 && (
        <p>
          No platform sets the country here, so this response has no such <code>Vary</code>.
        </p>
      )}
      <p>
        <Link href={lessons.visitorLocation.path}>City and time zone have a page of their own</Link>
        , which is not cached.
      </p>
    </>
  )
}
