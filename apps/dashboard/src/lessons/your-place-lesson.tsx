import type { Visitor } from '@repo/auth-headers'
import { Row, Rows } from '@repo/ui/list-rows'
import { Panel } from '@repo/ui/panel'
import Link from 'next/link'
import { GeoSourceNote } from './geo-source-note.tsx'
import { lessons } from './lessons.ts'
import { TryPlaceForm } from './try-place-form.tsx'
import type { GeoSource } from './visitor.server.ts'

type YourPlaceLessonProps = {
  visitor: Visitor
  source: GeoSource
  /** The time of the request where the visitor is, or that it is unknown. */
  time: string
}

/** The lesson around all that is said of where one visitor is. */
export function YourPlaceLesson({ visitor, source, time }: YourPlaceLessonProps) {
  const { country, region, city, timeZone, languages } = visitor
  return (
    <>
      <Panel title="Said of this request">
        <Rows>
          <Row main="Country" end={country ?? 'unknown'} />
          <Row main="Region" end={region ?? 'unknown'} />
          <Row main="City" end={<span dir="auto">{city ?? 'unknown'}</span>} />
          <Row main="Time zone" end={timeZone ?? 'unknown'} />
          <Row main="Your time" end={time} />
          <Row main="Languages, by your browser" end={languages.join(', ') || 'none'} />
        </Rows>
      </Panel>
      <GeoSourceNote source={source} />
      {source === 'query' && <TryPlaceForm path={lessons.yourPlace.path} />}

      <h2>Why nobody keeps this page</h2>
      <p>
        A cache that kept it would show one visitor&rsquo;s city to the next. To vary on all of
        these headers would keep a page for each visitor, and use it for nobody else. So it is{' '}
        <code>private, no-store</code>, and the{' '}
        <Link href={lessons.geolocation.path}>page that everybody in a country shares</Link> says
        nothing of the city.
      </p>
      <p>
        A city comes URL-encoded, and may be encoded wrongly; a time zone may be one that this
        server has never heard of. What does not pass the check is unknown, and never an error.
      </p>
    </>
  )
}
