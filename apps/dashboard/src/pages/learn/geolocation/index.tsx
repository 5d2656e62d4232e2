import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { GeolocationLesson } from '#lessons/geolocation-lesson.tsx'
import { Lesson } from '#lessons/lesson.tsx'
import {
  formatCountry,
  type GeoSource,
  getGeoSource,
  readCountry,
} from '#lessons/visitor.server.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = {
  country: string | null
  countryName: string
  source: GeoSource
  varyOn: string[]
}

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    const { country, varyOn } = readCountry(context)
    const countryName = formatCountry(country)

    // Shared caches store one variant per country.
    setCacheHeaders(res, { ...publicPage, varyOn })
    return { props: { country, countryName, source: getGeoSource(), varyOn } satisfies Props }
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
