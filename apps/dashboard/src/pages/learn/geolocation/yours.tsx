import type { Visitor } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { Lesson } from '#lessons/lesson.tsx'
import {
  formatTimeIn,
  type GeoSource,
  getGeoSource,
  readRequestVisitor,
} from '#lessons/visitor.server.ts'
import { VisitorLocationLesson } from '#lessons/visitor-location-lesson.tsx'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { visitor: Visitor; source: GeoSource; localTime: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    const visitor = readRequestVisitor(context)

    // City, time zone and languages together can identify one visitor.
    setCacheHeaders(res, { scope: 'private' })
    const localTime = formatTimeIn(visitor.timeZone, new Date())
    return { props: { visitor, source: getGeoSource(), localTime } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function VisitorLocationPage(
  props: InferGetServerSidePropsType<typeof getServerSideProps>,
) {
  return (
    <Lesson {...lessons.visitorLocation}>
      <VisitorLocationLesson {...props} />
    </Lesson>
  )
}
