import { CodeBlock } from '@repo/ui/code-block'
import { Stat, StatList } from '@repo/ui/stat'
import Link from 'next/link'
import { GeoSourceNote } from './geo-source-note.tsx'
import { lessons } from './lessons.ts'
import { TryPlaceForm } from './try-place-form.tsx'
import type { GeoSource } from './visitor.server.ts'

type GeolocationLessonProps = {
  country: string | null
  /** Its name, or that it is unknown. */
  name: string
  source: GeoSource
  varyOn: readonly string[]
}

/** The lesson around the country of a visitor. */
export function GeolocationLesson({ country, name, source, varyOn }: GeolocationLessonProps) {
  const [header = 'x-vercel-ip-country'] = varyOn
  return (
    <>
      <StatList label="Read from the headers of this request">
        <Stat label="Your country" value={name} detail={country} />
      </StatList>
      <GeoSourceNote source={source} />
      {source === 'form' && <TryPlaceForm path={lessons.geolocation.path} />}

      <h2>Who says it</h2>
      <p>
        A server sees an address, and no country. A platform that knows where addresses are adds it
        as a header, before <code>getServerSideProps</code> runs. The same header can be sent by
        anybody: behind another proxy, or none, it is the visitor who writes it.
      </p>
      <CodeBlock label="A visitor who claims a country">{`curl -H "${header}: CH" …`}</CodeBlock>
      <p>
        So it is believed only where something in front is known to set it, and it is checked all
        the same: two capital letters, or it is unknown.
      </p>

      <h2>How it is kept</h2>
      <p>
        Where a platform says the country, this page is for everybody, and not the same everywhere.{' '}
        <code>Vary: {header}</code> tells caches to keep one for each country: a few hundred pages
        at most, each for many visitors. The name of a city in it would make a page for every
        village.
      </p>
      {varyOn.length === 0 && (
        <p>
          Here no platform says it: no such <code>Vary</code> has left with this page.
        </p>
      )}
      <p>
        <Link href={lessons.yourPlace.path}>City and time zone are on a page of their own</Link>,
        which nobody keeps.
      </p>
    </>
  )
}
