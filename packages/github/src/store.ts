export type { Announcements } from './cache/announcements.ts'
export type { StoreStats } from './cache/memory-level.ts'
export {
  createStores,
  type Store,
  type Stores,
  type StoresOptions,
} from './cache/stores.ts'
