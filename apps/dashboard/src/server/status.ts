import type { ClientStatus } from '@repo/github'
import type { StoreStats } from '@repo/github/store'
import { gitHub } from './github.ts'

/** What this process has done and holds; no secrets. */
export type Status = ClientStatus & { store: StoreStats; shared: boolean }

/** Takes the state of this process as the status page shows it. */
export function statusOfProcess(): Status {
  const { client, stores, isShared } = gitHub()
  return { ...client.status(), store: stores.shared.stats(), shared: isShared }
}
