import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { GeolocationLesson } from '#lessons/geolocation-lesson.tsx'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { countryName } from '#lessons/place-text.ts'
import { readCountry, type GeoSource, getGeoSource } from '#lessons/visitor.server.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { country: string | null; name: string; source: GeoSource; varyOn: string[] }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    const { country, varyOn } = readCountry(context)
    const name = countryName(country)

    // Everybody in a country sees the same: a cache keeps one for each.
    setCacheHeaders(res, { ...publicPage, varyOn })
    return { props: { country, name, source: getGeoSource(), varyOn } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function GeolocationPage(
  props: InferGetServerSidePropsType<typeof getServerSideProps>,
) {
  return (
    <Lesson {...lessons.geolocation}>
      <GeolocationLesson {...props} />
    </Lesson>
  )
}
