import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { View } from '../bodies/schemas.ts'
import type { Credentials } from '../state/grants.ts'
import type { QuotaClient, SampleState } from '../state/state.ts'

export type SampleEnv = {
  /** Empty when tests call the app without a server. */
  Bindings: Partial<HttpBindings>
  Variables: {
    state: SampleState
    /** Without the base path; `undefined` outside of it. */
    path: string | undefined
    /** The path; for a path by id also the path by name. */
    paths: string[]
    view: View
    /** The base URL of `Link` headers: this API, unless a fault changes it. */
    linkBase: string
    /** The viewer's login or `none`: GitHub's ETags differ by identity. */
    identity: string
    quotaClient: QuotaClient
    /** GitHub Enterprise Server, which the base path imitates, lacks some resources. */
    isEnterprise: boolean
    /** The parsed Authorization header. */
    credentials: Credentials
    /** True for the sign-in pages, which are at the server's root, outside the API. */
    isSignIn: boolean
    /** Set by faults that need a body instead of a 304. */
    isUnconditional: boolean
    /** Set by the fault `bad-links`: even a list of one page has links. */
    hasForcedLinks: boolean
    /** A fault wrote the response to the socket, past Hono. */
    isAlreadySent: boolean
  }
}

export type SampleContext = Context<SampleEnv>
