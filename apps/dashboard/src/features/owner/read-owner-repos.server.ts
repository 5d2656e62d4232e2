import type { GitHub, Page, RepoSummary, Snapshot } from '@repo/github'
import { languageName } from '#server/language-colors.ts'
import type { OwnerRepos } from './owner-repo-list.tsx'
import {
  filterRepos,
  hasFilters,
  languagesOf,
  MAX_FILTERED,
  type OwnerReposRequest,
} from './owner-repos.ts'

/** Spells the language of a request as GitHub does, which the title and the result repeat. */
export function withLanguageName(request: OwnerReposRequest): OwnerReposRequest {
  const { language, ...filters } = request.filters
  if (language === undefined) return request
  return { ...request, filters: { language: languageName(language), ...filters } }
}

/** Reads one page of an owner's repositories; all filters, sort orders and pages share one read. */
export async function readOwnerRepos(
  github: Pick<GitHub, 'listOwnerRepos'>,
  login: string,
  request: OwnerReposRequest,
): Promise<Snapshot<OwnerRepos>> {
  const { filters, sort, page } = request
  if (!hasFilters(filters)) {
    const { data: repos, ...age } = await github.listOwnerRepos(login, { sort, page })
    return { ...age, data: { repos, languages: languagesOf(repos.items) } }
  }
  const list = { sort: 'pushed', page: 1, perPage: MAX_FILTERED } as const
  const { data, ...age }: Snapshot<Page<RepoSummary>> = await github.listOwnerRepos(login, list)
  const { total, ...repos } = filterRepos(data.items, request)
  const filtered = { total, isTruncated: data.hasNext }
  return { ...age, data: { repos, languages: languagesOf(data.items), filtered } }
}
