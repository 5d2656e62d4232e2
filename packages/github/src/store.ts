export type { StoreStats } from './cache/memory-level.ts'
export {
  createStores,
  type Store,
  type Stores,
  type StoresOptions,
} from './cache/stores.ts'
