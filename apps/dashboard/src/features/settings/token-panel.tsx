import type { TokenGrant } from '@repo/github'
import { Stack } from '@repo/ui/columns'
import { DataTable } from '@repo/ui/data-table'
import { Panel } from '@repo/ui/panel'
import { Timestamp } from '@repo/ui/timestamp'
import type { TokenType } from '#server/access/viewer-access.ts'
import { describeScope } from './token-scopes.ts'

const types: Record<TokenType, { name: string; settingsPath: string }> = {
  'fine-grained': {
    name: 'Fine-grained personal access token',
    settingsPath: '/settings/personal-access-tokens',
  },
  classic: { name: 'Classic personal access token', settingsPath: '/settings/tokens' },
  'oauth-app': { name: 'Token of an OAuth app', settingsPath: '/settings/applications' },
  'github-app': { name: 'Token of a GitHub App', settingsPath: '/settings/apps/authorizations' },
  other: { name: 'Token without a known prefix', settingsPath: '/settings/tokens' },
}

const accessTexts = {
  read: 'It may read from GitHub, and write nothing.',
  write:
    'It may write to GitHub, which this site doesn’t need. A fine-grained token with read access to contents, issues and pull requests is enough.',
  'app-write':
    'It may write to GitHub, which this site never does: an OAuth app can read private repositories only with a scope that includes writing.',
}

type TokenPanelProps = {
  tokenType: TokenType
  /** Null if GitHub reports nothing about the token. */
  grant: TokenGrant | null
  githubUrl: string
}

/** The type of the viewer's token, when it expires, and what it may read and write. */
export function TokenPanel({ tokenType, grant, githubUrl }: TokenPanelProps) {
  const { name, settingsPath } = types[tokenType]
  return (
    <Panel title="Access token">
      <Stack>
        <p>
          <strong>{name}.</strong> <Expiry tokenType={tokenType} grant={grant} />
        </p>
        <Permissions tokenType={tokenType} grant={grant} />
        <p>
          Repo Dashboard only reads from GitHub, and never shows the token.{' '}
          <a href={githubUrl + settingsPath}>Review it in GitHub settings</a>
        </p>
      </Stack>
    </Panel>
  )
}

function Expiry({ tokenType, grant }: Pick<TokenPanelProps, 'tokenType' | 'grant'>) {
  if (tokenType === 'github-app') return <span>It is refreshed until you sign out.</span>
  if (!grant?.expiresAt) return <span>GitHub reports no expiration date.</span>
  return (
    <span>
      It expires on <Timestamp date={grant.expiresAt} format="datetime" />.
    </span>
  )
}

function Permissions({ tokenType, grant }: Pick<TokenPanelProps, 'tokenType' | 'grant'>) {
  if (tokenType === 'fine-grained') {
    return (
      <p>
        It may read and write what you selected when you created it. GitHub doesn’t report which
        repositories and permissions these are.
      </p>
    )
  }
  if (tokenType === 'github-app') {
    return <p>It has the permissions of the app, in the repositories where the app is installed.</p>
  }
  if (!grant?.scopes) return <p>GitHub doesn’t report what it may read and write.</p>
  if (grant.scopes.length === 0) {
    return <p>It has no scopes: it may read public data, and write nothing.</p>
  }
  const scopes = grant.scopes.map(describeScope)
  const access = scopes.some(({ canWrite }) => canWrite) ? 'write' : 'read'
  return (
    <>
      <p>{accessTexts[access === 'write' && tokenType === 'oauth-app' ? 'app-write' : access]}</p>
      <DataTable
        label="Scopes of the token"
        columns={['Scope', 'Access', 'Applies to']}
        rows={scopes.map(({ scope, canWrite, appliesTo }) => ({
          key: scope,
          name: <code>{scope}</code>,
          cells: [canWrite ? 'Read and write' : 'Read', appliesTo],
        }))}
      />
    </>
  )
}
