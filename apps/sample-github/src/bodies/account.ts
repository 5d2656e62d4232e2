import type { Account } from '../data/account.ts'
import { isoAgo, secondsPerDay } from '../data/clock.ts'
import { hash, type NonEmpty, pick } from '../data/random.ts'
import { nodeId, type Schema, type View, web } from './schemas.ts'

const backgrounds: NonEmpty<string> = [
  '0f766e',
  'b45309',
  '4338ca',
  'be123c',
  '15803d',
  '7e22ce',
  '0369a1',
  'a16207',
]

/** How long before midnight every account was updated. */
export const ACCOUNT_UPDATED_SECONDS_AGO = 3 * secondsPerDay

const avatars = new WeakMap<Account, string>()

/** Initials on a color, as a data URL: it needs neither network nor a second origin. */
function avatarUrl(account: Account): string {
  const known = avatars.get(account)
  if (known) return known
  const avatar = drawAvatar(account)
  avatars.set(account, avatar)
  return avatar
}

function drawAvatar(account: Account): string {
  const initials = account.name
    .split(/[\s-]+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .slice(0, 2)
    .join('')
  const color = pick(backgrounds, hash(account.login) / 2 ** 32)
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><path fill='#${color}' d='M0 0h8v8H0z'/><text x='4' y='5.4' font-size='4' fill='#fff' text-anchor='middle'>${initials}</text></svg>`
  // Escapes only characters that a URL cannot contain, to keep it short.
  return `data:image/svg+xml,${svg.replace(/[^\w='/:.-]/gu, encodeURIComponent)}`
}

export function simpleUser(account: Account, { api }: View) {
  const url = `${api}/users/${encodeURIComponent(account.login)}`
  const path = account.kind === 'Bot' ? `apps/${account.name}` : account.login
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.kind === 'Organization' ? 'O' : 'U', account.id),
    avatar_url: avatarUrl(account),
    gravatar_id: '',
    url,
    html_url: `${web}/${path}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.kind,
    user_view_type: 'public',
    site_admin: false,
  } satisfies Schema<'simple-user'>
}

export function userSearchItem(account: Account, view: View): Schema<'user-search-result-item'> {
  return { ...simpleUser(account, view), score: 1 }
}

export function publicUser(
  account: Account,
  view: View,
  publicRepositories: number,
): Schema<'public-user'> {
  return {
    ...simpleUser(account, view),
    name: account.name,
    company: account.company,
    blog: account.blog ?? '',
    location: account.location,
    email: null,
    hireable: null,
    bio: account.bio,
    twitter_username: null,
    public_repos: publicRepositories,
    public_gists: 0,
    followers: account.followers,
    following: account.following,
    created_at: isoAgo(view.today, account.createdDaysAgo * secondsPerDay),
    updated_at: isoAgo(view.today, ACCOUNT_UPDATED_SECONDS_AGO),
  }
}

export function privateUser(
  account: Account,
  view: View,
  publicRepositories: number,
  privateRepositories: number,
): Schema<'private-user'> {
  return {
    ...publicUser(account, view, publicRepositories),
    user_view_type: 'private',
    private_gists: 0,
    total_private_repos: privateRepositories,
    owned_private_repos: privateRepositories,
    disk_usage: 1_204,
    collaborators: 0,
    two_factor_authentication: true,
    plan: { name: 'free', space: 976_562_499, collaborators: 0, private_repos: 10_000 },
  }
}

export function organization(
  account: Account,
  { api, today }: View,
  publicRepositories: number,
): Schema<'organization-full'> {
  const url = `${api}/orgs/${account.login}`
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('O', account.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: avatarUrl(account),
    description: account.bio,
    name: account.name,
    blog: account.blog ?? '',
    ...(account.location === null ? {} : { location: account.location }),
    twitter_username: null,
    is_verified: false,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: publicRepositories,
    public_gists: 0,
    followers: account.followers,
    following: account.following,
    html_url: `${web}/${account.login}`,
    created_at: isoAgo(today, account.createdDaysAgo * secondsPerDay),
    updated_at: isoAgo(today, ACCOUNT_UPDATED_SECONDS_AGO),
    archived_at: null,
    type: 'Organization',
  }
}
