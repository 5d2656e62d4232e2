/** How to switch from sample data to live data. */
export function SampleDataNote() {
  return (
    <p>
      You&rsquo;re viewing sample data. To use live GitHub data, set{' '}
      <code>GITHUB_API_URL=https://api.github.com</code>, <code>GITHUB_TOKEN</code> and an empty{' '}
      <code>GITHUB_CLIENT_ID=</code> in <code>apps/dashboard/.env.local</code> and restart.
    </p>
  )
}
