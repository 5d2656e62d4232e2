export type { HeaderRule } from './header-rules.ts'
export { type Inspection, inspectPages, inspectSources, type PageRow } from './inspect-pages.ts'
export type { Mistake } from './mistakes.ts'
