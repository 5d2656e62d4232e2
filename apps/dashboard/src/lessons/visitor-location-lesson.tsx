import type { Visitor } from '@repo/auth-headers'
import { Row, Rows } from '@repo/ui/list-rows'
import { Panel } from '@repo/ui/panel'
import Link from 'next/link'
import { lessons } from '#tutorial/lessons.ts'
import { GeoSourceNote } from './geo-source-note.tsx'
import { SimulateLocationForm } from './simulate-location-form.tsx'
import type { GeoSource } from './visitor.server.ts'

type VisitorLocationLessonProps = {
  visitor: Visitor
  source: GeoSource
  /** The time of the request in the visitor's time zone, or "unknown". */
  localTime: string
}

/** The lesson about everything that a request can contain about a visitor's location. */
export function VisitorLocationLesson({ visitor, source, localTime }: VisitorLocationLessonProps) {
  const { country, region, city, timeZone, languages } = visitor
  return (
    <>
      <Panel title="Location data in this request">
        <Rows>
          <Row main="Country" end={country ?? 'unknown'} />
          <Row main="Region" end={region ?? 'unknown'} />
          <Row main="City" end={<bdi>{city ?? 'unknown'}</bdi>} />
          <Row main="Time zone" end={timeZone ?? 'unknown'} />
          <Row main="Your local time" end={localTime} />
          <Row main="Languages (from your browser)" end={languages.join(', ') || 'none'} />
        </Rows>
      </Panel>
      <GeoSourceNote source={source} />
      {source === 'query' && <SimulateLocationForm path={lessons.visitorLocation.path} />}

      <h2>Why this page is not cached</h2>
      <p>
        A cache that stored it would show one visitor&rsquo;s city to the next. Varying on all of
        these headers would store one variant per visitor and never reuse it. So the page is{' '}
        <code>private, no-store</code>, and the{' '}
        <Link href={lessons.geolocation.path}>page that a whole country shares</Link> does not
        contain the city.
      </p>
      <p>
        The name of a city is URL-encoded, possibly incorrectly, and a time zone may be one that
        this server does not support. An invalid value counts as unknown, and is never an error.
      </p>
    </>
  )
}
