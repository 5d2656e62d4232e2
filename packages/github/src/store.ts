export { createStores, type Stores, type StoresOptions } from './cache/store/create-stores.ts'
export type { Store, StoreStats } from './cache/store/store.ts'
