import type { RepoFacts } from '../data/facts.ts'
import { hash, shaOf } from '../data/random.ts'
import { repositoryHtmlUrl, repositoryUrl } from './repository.ts'
import type { Schema, View } from './schemas.ts'

export function readmeMarkdown(repo: RepoFacts): string {
  const about = repo.description ?? 'This repository has no description.'
  return `# ${repo.name}

${about}

![Picture](docs/picture.png)

## Install

\`\`\`sh
npm install @${repo.owner}/${repo.name}
\`\`\`

## Use

Read [the guide](docs/guide.md) first. Then:

- [x] write a manifest
- [ ] run \`${repo.name} check\`
- [ ] run \`${repo.name} start\`

| command | what it does |
| --- | --- |
| \`check\` | shows what would happen |
| \`start\` | runs it |

## License

See [LICENSE](LICENSE).
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function heading(level: 1 | 2, text: string): string {
  const anchor = text.toLowerCase().replace(/[^\w-]+/g, '-')
  return `<div class="markdown-heading" dir="auto"><h${level} class="heading-element" dir="auto">${escapeHtml(text)}</h${level}><a id="user-content-${anchor}" class="anchor" aria-label="Permalink: ${escapeHtml(text)}" href="#${anchor}"></a></div>`
}

/** As GitHub renders it: links stay relative, anchors get a prefix. */
export function readmeHtml(repo: RepoFacts): string {
  const about = repo.description ?? 'This repository has no description.'
  return `<div id="readme" class="md" data-path="README.md"><article class="markdown-body entry-content container-lg" itemprop="text">${heading(1, repo.name)}
<p dir="auto">${escapeHtml(about)}</p>
<p dir="auto"><a target="_blank" rel="noopener noreferrer" href="docs/picture.png"><img src="docs/picture.png" alt="Picture" style="max-width: 100%;"></a></p>
${heading(2, 'Install')}
<div class="highlight highlight-source-shell" dir="auto"><pre>npm install @${repo.owner}/${repo.name}</pre></div>
${heading(2, 'Use')}
<p dir="auto">Read <a href="docs/guide.md">the guide</a> first. Then:</p>
<ul class="contains-task-list">
<li class="task-list-item"><input type="checkbox" disabled checked> write a manifest</li>
<li class="task-list-item"><input type="checkbox" disabled> run <code>${repo.name} check</code></li>
<li class="task-list-item"><input type="checkbox" disabled> run <code>${repo.name} start</code></li>
</ul>
<table><thead><tr><th>command</th><th>what it does</th></tr></thead><tbody><tr><td><code>check</code></td><td>shows what would happen</td></tr><tr><td><code>start</code></td><td>runs it</td></tr></tbody></table>
${heading(2, 'License')}
<p dir="auto">See <a href="LICENSE">LICENSE</a>.</p>
</article></div>`
}

export function readmeBody(repo: RepoFacts, view: View): Schema<'content-file'> {
  const content = Buffer.from(readmeMarkdown(repo))
  const sha = shaOf(hash(readmeMarkdown(repo)), 'blob')
  const url = `${repositoryUrl(repo, view)}/contents/README.md?ref=${repo.defaultBranch}`
  const gitUrl = `${repositoryUrl(repo, view)}/git/blobs/${sha}`
  const page = `${repositoryHtmlUrl(repo)}/blob/${repo.defaultBranch}/README.md`
  return {
    name: 'README.md',
    path: 'README.md',
    sha,
    size: content.length,
    url,
    html_url: page,
    git_url: gitUrl,
    download_url: `https://raw.github.example/${repo.fullName}/${repo.defaultBranch}/README.md`,
    type: 'file',
    // GitHub breaks base64 into lines of 60 characters.
    content: content.toString('base64').replace(/.{60}/g, '$&\n'),
    encoding: 'base64',
    _links: { self: url, git: gitUrl, html: page },
  }
}
