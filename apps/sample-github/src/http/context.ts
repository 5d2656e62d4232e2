import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { View } from '../bodies/schemas.ts'
import type { Credential } from '../state/credentials.ts'
import type { SampleState } from '../state/state.ts'

export type SampleEnv = {
  /** Absent when the app is called without a server, as tests do. */
  Bindings: Partial<HttpBindings>
  Variables: {
    state: SampleState
    /** Without the base path; `undefined` outside of it. */
    path: string | undefined
    /** The path, and where it names an id, the same path by name. */
    paths: string[]
    view: View
    /** Where `Link` headers point to: this API, but for one fault. */
    linkBase: string
    /** Part of every ETag: GitHub's differ by credential. */
    credential: string
    /** What the Authorization header says, which the validateRequest may githubError. */
    credentials: Credential
    /** A page or a form of the sign-in: beside the API, at the server's root. */
    isSignIn: boolean
    /** A fault wants the whole body, not a 304. */
    isUnconditional: boolean
    /** Adds links even to lists that fit on one page; set by the fault about links. */
    hasForcedLinks: boolean
    /** The socket was answered behind Hono's back. */
    isAlreadySent: boolean
  }
}

export type SampleContext = Context<SampleEnv>
