import type { DataSource } from '#server/frame.ts'

/** Where the page's data comes from and, for sample data, how to switch to live data. */
export function DataSourceNote({ source }: { source: DataSource | undefined }) {
  if (source === 'live') return <p key={source}>Data from GitHub&rsquo;s REST API.</p>
  if (source === undefined) return <p>GitHub repository health at a glance.</p>
  return (
    <p key={source}>
      You&rsquo;re viewing sample data. To use live GitHub data, set{' '}
      <code>GITHUB_API_URL=https://api.github.com</code>, <code>GITHUB_TOKEN</code> and an empty{' '}
      <code>GITHUB_CLIENT_ID=</code> in <code>apps/dashboard/.env.local</code> and restart.
    </p>
  )
}
