export {
  type Diagnostic,
  type HeaderRule,
  type Inspection,
  inspectPages,
  inspectSources,
  type PageRow,
} from './lib/inspect.ts'
