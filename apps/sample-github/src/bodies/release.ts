import { isoAgo } from '../data/clock.ts'
import type { RepoFacts } from '../data/facts.ts'
import { releaseBot } from '../data/people.ts'
import { between, draw, shaOf } from '../data/random.ts'
import { releaseNotes, releaseNotesHtml, releaseTitle } from '../data/release-texts.ts'
import type { Release } from '../data/releases.ts'
import { contributorAt } from '../data/repository-people.ts'
import { simpleUser } from './account.ts'
import { repositoryHtmlUrl, repositoryUrl } from './repository.ts'
import { nodeId, type Schema, type View } from './schemas.ts'

/** A release with its notes as Markdown or as rendered HTML. */
export function releaseBody(
  repo: RepoFacts,
  release: Release,
  view: View,
  notes: 'markdown' | 'html' = 'markdown',
): Schema<'release'> {
  // Counts from the oldest release, so an id stays stable.
  const id = (repo.id % 1_000_000) * 1_000 + (repo.releases - release.index)
  const base = repositoryUrl(repo, view)
  const url = `${base}/releases/${id}`
  const date = isoAgo(view.today, release.secondsAgo)
  const byBot = draw(repo.seed, 'released by', release.index) < 0.6
  const author = simpleUser(byBot ? releaseBot : contributorAt(repo, release.index % 3), view)
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    html_url: `${repositoryHtmlUrl(repo)}/releases/tag/${release.version}`,
    id,
    author,
    node_id: nodeId('RE', id),
    tag_name: release.version,
    target_commitish: repo.defaultBranch,
    name: releaseTitle(repo.seed, release.index, release.version, repo.polyglot),
    draft: false,
    immutable: false,
    prerelease: release.isPrerelease,
    created_at: isoAgo(view.today, release.secondsAgo + 300),
    updated_at: date,
    published_at: date,
    assets: ['linux-x64', 'darwin-arm64'].map((target, index) =>
      asset(repo, release, target, id * 10 + index, author, date, view),
    ),
    tarball_url: `${base}/tarball/${release.version}`,
    zipball_url: `${base}/zipball/${release.version}`,
    ...(notes === 'html'
      ? { body_html: releaseNotesHtml(repo.seed, release.index, release.previous) }
      : { body: releaseNotes(repo.seed, release.index, release.previous) }),
  }
}

function asset(
  repo: RepoFacts,
  release: Release,
  target: string,
  id: number,
  uploader: Schema<'simple-user'>,
  date: string,
  view: View,
): Schema<'release-asset'> {
  const name = `${repo.name}-${release.version}-${target}.tar.gz`
  return {
    url: `${repositoryUrl(repo, view)}/releases/assets/${id}`,
    id,
    node_id: nodeId('RA', id),
    name,
    label: null,
    uploader,
    content_type: 'application/gzip',
    state: 'uploaded',
    size: between(2_000_000, 40_000_000, draw(repo.seed, target, release.index)),
    digest: `sha256:${shaOf(repo.seed, name)}${shaOf(repo.seed, name, 1).slice(0, 24)}`,
    download_count: Math.floor(repo.stars * draw(repo.seed, `${target} downloads`, release.index)),
    created_at: date,
    updated_at: date,
    browser_download_url: `${repositoryHtmlUrl(repo)}/releases/download/${release.version}/${name}`,
  }
}
