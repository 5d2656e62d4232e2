import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { AuthorizationLesson } from '#lessons/authorization-lesson.tsx'
import { type KeptAnswer, keptAnswers } from '#lessons/kept-answers.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { servePage } from '#server/serve-page.ts'
import { siteUrl } from '#server/site-url.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { answers: KeptAnswer[]; siteUrl: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    const props = { answers: keptAnswers(), siteUrl: siteUrl() } satisfies Props

    // It is about the header, and looks at none: it is the same for everybody.
    setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
    return { props }
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
