export { currentRuntime, type Runtime } from './current-runtime.ts'
export type { EdgeApi, EdgePage, NodePage } from './page-config.ts'
