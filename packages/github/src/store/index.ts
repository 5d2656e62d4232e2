export { createStores, type Stores, type StoresOptions } from './create-stores.ts'
export type { Store, StoreStats } from './store.ts'
