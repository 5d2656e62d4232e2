import type { APIRequestContext } from '@playwright/test'
import { sampleUrl } from './servers.ts'

/** The number of requests to GitHub for an overview without cached data. */
export const overviewCost = 16

/** The control API of the sample GitHub. */
export type SampleGitHub = ReturnType<typeof sampleGitHub>

type ReceivedRequests = { total: number; byPath: Record<string, { count: number }> }
type Grant = { clientId?: string; accessToken: string; refreshToken: string | null }

export function sampleGitHub(request: APIRequestContext, url = sampleUrl) {
  const control = `${url}/_control`

  async function post(path: string, data: object): Promise<void> {
    const response = await request.post(`${control}${path}`, { data })
    if (!response.ok()) throw new Error(`${path}: ${await response.text()}`)
  }

  async function received(prefix: string): Promise<ReceivedRequests> {
    const response = await request.get(`${control}/requests`, { params: { prefix } })
    const requests: ReceivedRequests = await response.json()
    return requests
  }

  return {
    /** The number of requests below a path that it has received. */
    async requests(prefix: string): Promise<number> {
      const { total } = await received(prefix)
      return total
    },
    /** The number of searches for a word that it has received. */
    async searches(word: string): Promise<number> {
      const { byPath } = await received('/search')
      const matching = Object.entries(byPath).filter(([path]) => path.includes(word))
      return matching.reduce((sum, [, { count }]) => sum + count, 0)
    },
    /** Makes every request below a path fail. */
    fail: (prefix: string, fault: string) => post('/faults', { prefix, fault }),
    /** Removes the failure of a path. */
    async recover(prefix: string): Promise<void> {
      await request.delete(`${control}/faults`, { params: { prefix } })
    },
    /** Delays every response below a path. */
    delay: (prefix: string, milliseconds: number) => post('/latency', { prefix, milliseconds }),
    /** Pushes a commit, and sends a webhook; returns the status of the response to it. */
    async push(repository: string, webhook: { url: string; secret: string }): Promise<number> {
      const response = await request.post(`${control}/push`, { data: { repository, webhook } })
      const { status }: { status: number } = await response.json()
      return status
    },
    /** The tokens of a user that OAuth applications hold. */
    async grants(login: string): Promise<Grant[]> {
      const response = await request.get(`${control}/oauth/grants`, { params: { login } })
      const grants: Grant[] = await response.json()
      return grants.filter(({ clientId }) => clientId)
    },
    /** Revokes the tokens of a user that OAuth applications hold. */
    revokeGrants: (login: string) => post('/oauth/revoke', { login }),
    /** Sets the lifetime of the next expiring tokens. */
    setTokenLifetime: (seconds: number) => post('/oauth/lifetime', { seconds }),
    /** The requests that it does not support, to which it responded with 501. */
    async unknown(): Promise<{ method: string; path: string }[]> {
      const response = await request.get(`${control}/unknown`)
      return response.json()
    },
  }
}
