import type { Visitor } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { Lesson } from '#features/learn/lesson.tsx'
import { lessons } from '#features/learn/lessons.ts'
import { timeIn } from '#features/learn/place-text.ts'
import { YourPlaceLesson } from '#features/learn/your-place-lesson.tsx'
import { servePage } from '#server/serve-page.ts'
import { type GeoSource, geoSource, visitorOf } from '#server/visitor.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { visitor: Visitor; source: GeoSource; time: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    const visitor = visitorOf(context)

    // A city is about few, and with a time zone and languages about one: nobody keeps it.
    setCacheHeaders(res, { audience: 'one viewer' })
    const time = timeIn(visitor.timeZone, new Date())
    return { props: { visitor, source: geoSource(), time } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function YourPlacePage(
  props: InferGetServerSidePropsType<typeof getServerSideProps>,
) {
  return (
    <Lesson {...lessons.yourPlace}>
      <YourPlaceLesson {...props} />
    </Lesson>
  )
}
