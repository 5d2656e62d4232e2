import type { Visitor } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { timeIn } from '#lessons/place-text.ts'
import { type GeoSource, getGeoSource, readRequestVisitor } from '#lessons/visitor.server.ts'
import { YourPlaceLesson } from '#lessons/your-place-lesson.tsx'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { visitor: Visitor; source: GeoSource; time: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    const visitor = readRequestVisitor(context)

    // A city is about few, and with a time zone and languages about one: nobody keeps it.
    setCacheHeaders(res, { scope: 'private' })
    const time = timeIn(visitor.timeZone, new Date())
    return { props: { visitor, source: getGeoSource(), time } satisfies Props }
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
