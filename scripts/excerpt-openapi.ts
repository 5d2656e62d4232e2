// Writes the parts of GitHub's OpenAPI description that the tests of packages/github use:
//   npm pack @octokit/openapi && tar xzf octokit-openapi-*.tgz package/generated/api.github.com.json
//   npx tsx scripts/excerpt-openapi.ts package/generated/api.github.com.json
// The package itself is no dependency: it takes 400 MB.
import { readFileSync, writeFileSync } from 'node:fs'

const TARGET = 'packages/github/src/test-support/openapi.json'

const PATHS = [
  '/rate_limit',
  '/repos/{owner}/{repo}',
  '/repos/{owner}/{repo}/actions/runs',
  '/repos/{owner}/{repo}/commits/{ref}/check-runs',
  '/repos/{owner}/{repo}/commits/{ref}/status',
  '/repos/{owner}/{repo}/community/profile',
  '/repos/{owner}/{repo}/compare/{basehead}',
  '/repos/{owner}/{repo}/contributors',
  '/repos/{owner}/{repo}/issues',
  '/repos/{owner}/{repo}/issues/comments',
  '/repos/{owner}/{repo}/languages',
  '/repos/{owner}/{repo}/pulls/comments',
  '/repos/{owner}/{repo}/releases',
  '/repos/{owner}/{repo}/releases/latest',
  '/repos/{owner}/{repo}/security-advisories',
  '/repos/{owner}/{repo}/stats/code_frequency',
  '/repos/{owner}/{repo}/stats/commit_activity',
  '/repos/{owner}/{repo}/stats/contributors',
  '/repos/{owner}/{repo}/stats/participation',
  '/search/issues',
  '/search/repositories',
  '/search/users',
  '/user',
  '/user/repos',
  '/users/{username}',
  '/users/{username}/repos',
]

const KEYWORDS = new Set([
  ...['$ref', 'additionalProperties', 'allOf', 'anyOf', 'enum', 'format', 'items', 'maximum'],
  ...['maxItems', 'minimum', 'minItems', 'nullable', 'oneOf', 'properties', 'required', 'type'],
])

// Links to other resources, which the client does not follow.
const UNREAD =
  /^(?:(?!html_|avatar_|mirror_|repository_|issue_|pull_request_).*_url|_links|node_id)$/

const [, , source = ''] = process.argv
const api = JSON.parse(readFileSync(source, 'utf8'))
const schemas: Record<string, unknown> = {}

function excerpt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(excerpt)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => KEYWORDS.has(key))
  return Object.fromEntries(
    entries.map(([key, part]): [string, unknown] => {
      if (key === 'properties') return [key, excerptProperties(part)]
      if (key === 'required') return [key, part.filter((name: string) => !UNREAD.test(name))]
      if (key === 'enum') return [key, part]
      if (key === '$ref') addSchema(String(part).split('/').at(-1) ?? '')
      return [key, excerpt(part)]
    }),
  )
}

function excerptProperties(properties: object): unknown {
  const read = Object.entries(properties).filter(([name]) => !UNREAD.test(name))
  return Object.fromEntries(read.map(([name, schema]) => [name, excerpt(schema)]))
}

function addSchema(name: string): void {
  if (name in schemas) return
  schemas[name] = {}
  schemas[name] = excerpt(api.components.schemas[name])
}

function bodyOf(path: string): unknown {
  const success = api.paths[path].get.responses['200']
  const name = success.$ref?.split('/').at(-1)
  const response = name ? api.components.responses[name] : success
  return excerpt(response.content['application/json'].schema)
}

const bodies = Object.fromEntries(PATHS.map((path) => [path, bodyOf(path)]))
writeFileSync(TARGET, `${JSON.stringify({ bodies, components: { schemas } }, null, 1)}\n`)
