import { z } from 'zod'
import { hasNextPage } from '../http/link-header.ts'
import { list, orNull, requiredText, text, timestamp } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** A security advisory that a repository has published; null is unknown. */
export type SecurityAdvisory = z.output<typeof advisory>

const PER_PAGE = 30

const severity = orNull(z.enum(['low', 'medium', 'high', 'critical']))

const vulnerability = z
  .object({ patched_versions: text })
  .transform((body) => body.patched_versions !== null)

const advisory = z
  .object({
    ghsa_id: requiredText,
    severity,
    published_at: timestamp,
    withdrawn_at: timestamp,
    vulnerabilities: orNull(list(vulnerability)),
  })
  .transform((body) => ({
    id: body.ghsa_id,
    severity: body.severity,
    publishedAt: body.published_at,
    isWithdrawn: body.withdrawn_at !== null,
    /** Whether every vulnerable package has a patched version. */
    isPatched: isPatched(body.vulnerabilities),
  }))

const schema = list(advisory)

/** Lists the newest published security advisories of a repository; partial if there are more. */
export async function listSecurityAdvisories(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<SecurityAdvisory[]>> {
  const { snapshot, pages } = await read({
    route: 'GET /repos/{owner}/{repo}/security-advisories',
    params: { owner, repo, state: 'published', per_page: PER_PAGE },
    schema,
    isOptional: true,
    ttl: SLOW_TTL,
  })
  return toListSnapshot(snapshot, hasNextPage(pages))
}

function isPatched(
  vulnerabilities: { items: readonly boolean[]; isComplete: boolean } | null,
): boolean | null {
  if (vulnerabilities === null || vulnerabilities.items.length === 0) return null
  if (vulnerabilities.items.includes(false)) return false
  return vulnerabilities.isComplete ? true : null
}
