/** What a scope of a token allows. */
export type ScopeFacts = { scope: string; canWrite: boolean; appliesTo: string }

// https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
const subjects = new Map([
  ['repo', 'Code, issues, pull requests and settings of all your repositories, also private ones'],
  ['repo:status', 'Commit statuses'],
  ['repo_deployment', 'Deployments'],
  ['public_repo', 'Code, issues and pull requests of public repositories'],
  ['repo:invite', 'Invitations to repositories'],
  ['security_events', 'Code scanning alerts'],
  ['workflow', 'Workflow files of GitHub Actions'],
  ['delete_repo', 'Deletion of repositories'],
  ['repo_hook', 'Webhooks of repositories'],
  ['org', 'Organizations, their teams and their members'],
  ['org_hook', 'Webhooks of organizations'],
  ['public_key', 'Your SSH keys'],
  ['gpg_key', 'Your GPG keys'],
  ['ssh_signing_key', 'Your SSH signing keys'],
  ['gist', 'Gists'],
  ['notifications', 'Notifications and watched repositories'],
  ['user', 'Your profile, email addresses and followed users'],
  ['user:email', 'Your email addresses'],
  ['user:follow', 'Followed users'],
  ['project', 'Projects'],
  ['packages', 'Packages'],
  ['discussion', 'Discussions of teams'],
  ['enterprise', 'Enterprises'],
  ['audit_log', 'Audit logs'],
  ['codespace', 'Codespaces'],
  ['copilot', 'Copilot settings'],
])

const readOnlyScopes = ['user:email']

/** Describes a scope; one that is not documented counts as writing. */
export function describeScope(scope: string): ScopeFacts {
  const [, action, subject = scope] = /^(read|write|admin|manage|delete):(\w+)$/.exec(scope) ?? []
  return {
    scope,
    canWrite: action !== 'read' && !readOnlyScopes.includes(scope),
    appliesTo: subjects.get(subject) ?? 'See GitHub’s documentation',
  }
}
