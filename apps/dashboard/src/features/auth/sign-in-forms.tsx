import { Button } from '@repo/ui/button'
import { ButtonLink } from '@repo/ui/button-link'
import { Stack } from '@repo/ui/columns'
import { Panel } from '@repo/ui/panel'
import { TextField } from '@repo/ui/text-field'
import { useFrame } from '#components/shell/frame-context.tsx'
import type { SignInMethods } from '#server/access/sign-in-methods.ts'
import styles from './sign-in-forms.module.css'
import { type TokenError, tokenErrors } from './sign-in-notices.ts'

type SignInFormsProps = {
  methods: SignInMethods
  /** The path on this site to return to after the sign-in. */
  returnTo: string
  /** Why the last token was not accepted. */
  tokenError: TokenError | null
}

/** The available sign-in methods, or why there are none. */
export function SignInForms({ methods, returnTo, tokenError }: SignInFormsProps) {
  if (methods.state === 'off') return <SignInOff reason={methods.reason} />
  return (
    <div className={styles.forms}>
      {methods.hasGitHub && <GitHubSignIn githubUrl={methods.githubUrl} returnTo={returnTo} />}
      <TokenForm githubUrl={methods.githubUrl} returnTo={returnTo} tokenError={tokenError} />
    </div>
  )
}

function GitHubSignIn({ githubUrl, returnTo }: { githubUrl: string; returnTo: string }) {
  return (
    <Panel title="Sign in with GitHub">
      <Stack>
        <p>GitHub asks you to authorize this app and sends you back. We never see your password.</p>
        <p>
          <ButtonLink
            href={`/api/auth/start?returnTo=${encodeURIComponent(returnTo)}`}
            icon="mark-github"
          >
            Sign in with GitHub
          </ButtonLink>
        </p>
        <p className={styles.note}>You&rsquo;ll continue to {new URL(githubUrl).host}.</p>
      </Stack>
    </Panel>
  )
}

type TokenFormProps = { githubUrl: string; returnTo: string; tokenError: TokenError | null }

function TokenForm({ githubUrl, returnTo, tokenError }: TokenFormProps) {
  const isSample = useFrame()?.source === 'sample'
  return (
    <Panel title="Use a personal access token">
      <form action="/api/auth/token" method="post">
        <Stack>
          <p>
            Create a read-only personal access token in{' '}
            <a href={`${githubUrl}/settings/personal-access-tokens/new`}>GitHub settings</a>. It is
            verified, encrypted in a cookie and never shown again.
          </p>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            name="token"
            label="Token"
            secret
            required
            error={tokenError ? tokenErrors[tokenError] : undefined}
            hint={
              isSample ? (
                <>
                  Try <code>sample-token-ann</code> or <code>sample-token-ben</code>.
                </>
              ) : (
                'Starts with github_pat_ or ghp_.'
              )
            }
          />
          <p>
            <Button>Sign in</Button>
          </p>
        </Stack>
      </form>
    </Panel>
  )
}

function SignInOff({ reason }: { reason: 'no-secret' | 'no-https' }) {
  return (
    <Panel title="Sign-in is turned off">
      {reason === 'no-secret' ? (
        <p>
          This server has no <code>SESSION_SECRET</code> to encrypt sessions. Everything else works,
          including requests with an Authorization header.
        </p>
      ) : (
        <p>
          This site doesn&rsquo;t use https, so sessions could be intercepted. Set{' '}
          <code>SITE_URL</code> to its https URL. Everything else works.
        </p>
      )}
    </Panel>
  )
}
