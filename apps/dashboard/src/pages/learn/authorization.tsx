import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { AuthorizationLesson } from '#lessons/authorization-lesson.tsx'
import { type KeptAnswer, keptAnswers } from '#lessons/kept-answers.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { publicPage } from '#server/cache-policies.ts'
import { readEnv } from '#server/env.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { answers: KeptAnswer[]; siteUrl: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    const props = { answers: keptAnswers(), siteUrl: readEnv().siteUrl } satisfies Props

    // It is about the header, and looks at none: it is the same for everybody.
    setCacheHeaders(res, publicPage)
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
