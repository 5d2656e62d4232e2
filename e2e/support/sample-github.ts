import type { APIRequestContext } from '@playwright/test'
import { sampleUrl } from './servers.ts'

/** What an overview that nobody has asked for before costs, in questions. */
export const overviewCost = 14

/** The control address of the sample GitHub. */
export type SampleGitHub = ReturnType<typeof sampleGitHub>

type Received = { total: number; byPath: Record<string, { count: number }> }
type Grant = { clientId?: string; accessToken: string; refreshToken: string | null }

export function sampleGitHub(request: APIRequestContext, url = sampleUrl) {
  const control = `${url}/_control`

  async function post(path: string, data: object): Promise<void> {
    const response = await request.post(`${control}${path}`, { data })
    if (!response.ok()) throw new Error(`${path}: ${await response.text()}`)
  }

  async function received(prefix: string): Promise<Received> {
    const response = await request.get(`${control}/requests`, { params: { prefix } })
    const counted: Received = await response.json()
    return counted
  }

  return {
    /** How many requests below a path have come in. */
    async requests(prefix: string): Promise<number> {
      const { total } = await received(prefix)
      return total
    },
    /** How many searches have come in whose query has a word in it. */
    async searches(word: string): Promise<number> {
      const { byPath } = await received('/search')
      const found = Object.entries(byPath).filter(([asked]) => asked.includes(word))
      return found.reduce((sum, [, { count }]) => sum + count, 0)
    },
    /** Makes everything below a path fail. */
    fail: (prefix: string, fault: string) => post('/faults', { prefix, fault }),
    /** Takes back every failure and delay below a path. */
    async heal(prefix: string): Promise<void> {
      await request.delete(`${control}/faults`, { params: { prefix } })
    },
    /** Makes everything below a path slow. */
    delay: (prefix: string, milliseconds: number) => post('/latency', { prefix, milliseconds }),
    /** The tokens that applications were given for somebody, and not the fixed ones. */
    async grants(login: string): Promise<Grant[]> {
      const response = await request.get(`${control}/oauth/grants`, { params: { login } })
      const grants: Grant[] = await response.json()
      return grants.filter(({ clientId }) => clientId)
    },
    /** Ends all that applications were given for somebody. */
    revokeGrants: (login: string) => post('/oauth/revoke', { login }),
    /** How long the next tokens are good that expire. */
    setTokenLifetime: (seconds: number) => post('/oauth/lifetime', { seconds }),
    /** The questions that were answered with 501. */
    async unknown(): Promise<{ method: string; path: string }[]> {
      const response = await request.get(`${control}/unknown`)
      return response.json()
    },
  }
}
