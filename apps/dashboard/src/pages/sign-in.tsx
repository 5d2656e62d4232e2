import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import { Banner } from '@repo/ui/banner'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { getSearchParam } from '#components/list-query.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { SignInForms } from '#features/auth/sign-in-forms.tsx'
import { parseNotice, type SignInNotice, signInNotices } from '#features/auth/sign-in-notices.ts'
import { parseReturnPath } from '#features/auth/sign-in-path.server.ts'
import { getSignInMethods, type SignInMethods } from '#server/access/sign-in-methods.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { methods: SignInMethods; returnTo: string; notice: SignInNotice | null }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ query, res }) => {
    const notice = parseNotice(getSearchParam(query, 'error')) ?? null
    const returnTo = parseReturnPath(getSearchParam(query, 'returnTo'))

    // The path to return to is private.
    setCacheHeaders(res, { scope: 'private' })
    return { props: { methods: getSignInMethods(), returnTo, notice } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function SignInPage({
  methods,
  returnTo,
  notice,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Stack gap="large">
      <PageHead title="Sign in" path="/sign-in" />
      <h1>Sign in</h1>
      {notice && <NoticeBanner notice={notice} />}
      <p>
        Public repositories need no sign-in. Sign in to see your private repositories and inbox,
        with a higher API limit.
      </p>
      <SignInForms methods={methods} returnTo={returnTo} />
    </Stack>
  )
}

function NoticeBanner({ notice }: { notice: SignInNotice }) {
  const { tone, title, text } = signInNotices[notice]
  return (
    <Banner tone={tone} title={title}>
      {text}
    </Banner>
  )
}
