import { Button, ButtonLink } from '@repo/ui/button'
import { Stack } from '@repo/ui/columns'
import { MarkGithubIcon } from '@repo/ui/icons'
import { Panel } from '@repo/ui/panel'
import { TextField } from '@repo/ui/text-field'
import { useFrame } from '#components/shell/frame-context.tsx'
import type { SignInMethods as Ways } from '#server/access/sign-in-methods.ts'
import styles from './sign-in-forms.module.css'

type SignInWaysProps = {
  ways: Ways
  /** A path of this site to go to afterwards. */
  returnTo: string
}

/** The ways to sign in, each a plain link or form. */
export function SignInForms({ ways, returnTo }: SignInWaysProps) {
  if (ways.state === 'off') return <SignInIsOff because={ways.because} />
  return (
    <div className={styles.ways}>
      {ways.byGitHub && <ByGitHub githubUrl={ways.githubUrl} returnTo={returnTo} />}
      <ByToken githubUrl={ways.githubUrl} returnTo={returnTo} />
    </div>
  )
}

function ByGitHub({ githubUrl, returnTo }: { githubUrl: string; returnTo: string }) {
  return (
    <Panel title="With your account">
      <Stack>
        <p>
          GitHub asks whether this site may read with your eyes, and sends you back. Your password
          stays there.
        </p>
        <p>
          <ButtonLink
            href={`/api/auth/start?returnTo=${encodeURIComponent(returnTo)}`}
            icon={MarkGithubIcon}
          >
            Sign in with GitHub
          </ButtonLink>
        </p>
        <p className={styles.note}>It is asked at {new URL(githubUrl).host}.</p>
      </Stack>
    </Panel>
  )
}

function ByToken({ githubUrl, returnTo }: { githubUrl: string; returnTo: string }) {
  const isSample = useFrame()?.source === 'sample'
  return (
    <Panel title="With a token">
      <form action="/api/auth/token" method="post">
        <Stack>
          <p>
            Make one at{' '}
            <a href={`${githubUrl}/settings/personal-access-tokens/new`}>GitHub&rsquo;s settings</a>
            : it needs to read, and nothing else. It is checked at once, sealed into a cookie that
            only this server can open, and never shown again.
          </p>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            name="token"
            label="Token"
            secret
            required
            hint={
              isSample ? (
                <>
                  The sample GitHub knows <code>sample-token-ann</code> and{' '}
                  <code>sample-token-ben</code>.
                </>
              ) : (
                'It begins with github_pat_ or ghp_.'
              )
            }
          />
          <p>
            <Button>Sign in with the token</Button>
          </p>
        </Stack>
      </form>
    </Panel>
  )
}

function SignInIsOff({ because }: { because: 'no-secret' | 'no-https' }) {
  return (
    <Panel title="Nobody can sign in here">
      {because === 'no-secret' ? (
        <p>
          This server has no <code>SESSION_SECRET</code>, and without one it could not seal a
          session. Everything else works; a request with an Authorization header does too.
        </p>
      ) : (
        <p>
          This site is not on https, and a session could be read on its way. Set{' '}
          <code>SITE_URL</code> to its https address. Everything else works.
        </p>
      )}
    </Panel>
  )
}
