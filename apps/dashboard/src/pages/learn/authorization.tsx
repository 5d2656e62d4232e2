import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { AuthorizationLesson } from '#lessons/authorization-lesson.tsx'
import { type Cacheability, listCacheability } from '#lessons/cacheability.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { readEnv } from '#server/process/env.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { cacheability: Cacheability[]; siteUrl: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    const { siteUrl } = readEnv()

    setCacheHeaders(res, publicPage)
    return { props: { cacheability: listCacheability(), siteUrl } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function AuthorizationPage(
  props: InferGetServerSidePropsType<typeof getServerSideProps>,
) {
  return (
    <Lesson {...lessons.authorization}>
      <AuthorizationLesson {...props} />
    </Lesson>
  )
}
