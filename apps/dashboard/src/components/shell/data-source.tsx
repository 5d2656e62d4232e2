import type { Frame } from '#server/frame.ts'

/** Says where the data of the page comes from and, for sample data, how to see GitHub's own. */
export function DataSource({ source }: { source: Frame['source'] | undefined }) {
  if (source === 'live') return <p>Data from GitHub&rsquo;s REST API.</p>
  if (source !== 'sample') return <p>Repo Dashboard shows GitHub repositories.</p>
  return (
    <p>
      This is <strong>sample data</strong>: repositories and people are made up. To go live, put{' '}
      <code>GITHUB_API_URL=https://api.github.com</code>, <code>GITHUB_TOKEN=</code>your token and
      an empty <code>GITHUB_CLIENT_ID=</code> into <code>apps/dashboard/.env.local</code> and start
      again.
    </p>
  )
}
