import { readSession } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import { Banner } from '@repo/ui/banner'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { getSearchParam } from '#components/list-query.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { CurrentSession } from '#features/auth/current-session.tsx'
import { SignInForms } from '#features/auth/sign-in-forms.tsx'
import {
  parseNotice,
  parseTokenError,
  type SignInNotice,
  signInNotices,
  type TokenError,
} from '#features/auth/sign-in-notices.ts'
import {
  DEFAULT_RETURN_PATH,
  getReferrerPath,
  parseReturnPath,
  signInPath,
} from '#features/auth/sign-in-path.server.ts'
import { clearSession, getSessionOptions } from '#server/access/session.ts'
import { getSignInMethods, type SignInMethods } from '#server/access/sign-in-methods.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = {
  methods: SignInMethods
  returnTo: string
  notice: SignInNotice | null
  tokenError: TokenError | null
  /** Who is signed in already. */
  login: string | null
}

export const getServerSideProps = ((context) =>
  servePage(context, async ({ query, res }) => {
    const { headers, headersDistinct } = context.req
    const error = getSearchParam(query, 'error')
    if (query.returnTo === undefined && error === undefined) {
      const path = getReferrerPath(headers.referer)
      const destination = signInPath(undefined, path)
      if (path !== DEFAULT_RETURN_PATH) return { redirect: { destination, permanent: false } }
    }
    const session = await readSession(headersDistinct, getSessionOptions())
    // A public page leaves an invalid session for this page, which says what is wrong with it.
    const reason = session.state === 'none' || session.state === 'valid' ? null : session.state
    if (reason) clearSession(res)

    // The viewer and the path to return to are private.
    setCacheHeaders(res, { scope: 'private' })
    return {
      props: {
        methods: getSignInMethods(),
        returnTo: parseReturnPath(getSearchParam(query, 'returnTo')),
        notice: parseNotice(error) ?? reason,
        tokenError: parseTokenError(error) ?? null,
        login: session.state === 'valid' ? session.session.login : null,
      } satisfies Props,
    }
  })) satisfies GetServerSideProps<Props>

export default function SignInPage({
  methods,
  returnTo,
  notice,
  tokenError,
  login,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Stack gap="large">
      <PageHead title="Sign in" path="/sign-in" />
      <h1>Sign in</h1>
      {notice && <NoticeBanner notice={notice} />}
      {login ? (
        <CurrentSession login={login} />
      ) : (
        <p>
          Public repositories need no sign-in. Sign in to see your private repositories and inbox,
          with a higher API limit.
        </p>
      )}
      <SignInForms methods={methods} returnTo={returnTo} tokenError={tokenError} />
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
