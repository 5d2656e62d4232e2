import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { single } from '#components/list-query.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { ReasonBanner } from '#features/auth/reason-banner.tsx'
import { SignInForms } from '#features/auth/sign-in-forms.tsx'
import { parseNotice, type SignInNotice } from '#features/auth/sign-in-notices.ts'
import { parseReturnPath } from '#features/auth/sign-in-path.server.ts'
import { getSignInMethods, type SignInMethods as Ways } from '#server/access/sign-in-methods.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { ways: Ways; returnTo: string; because: SignInNotice | null }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ query, res }) => {
    const because = parseNotice(single(query, 'because')) ?? null
    const returnTo = parseReturnPath(single(query, 'returnTo'))

    // Where somebody wants to go is their own business.
    setCacheHeaders(res, { scope: 'private' })
    return { props: { ways: getSignInMethods(), returnTo, because } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function SignInPage({
  ways,
  returnTo,
  because,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Stack gap="large">
      <PageHead title="Sign in" path="/sign-in" />
      <h1>Sign in</h1>
      {because && <ReasonBanner reason={because} />}
      <p>
        Everything public can be read without. Who signs in sees their private repositories and
        their inbox, and GitHub answers them more requests.
      </p>
      <SignInForms ways={ways} returnTo={returnTo} />
    </Stack>
  )
}
