import { builtDashboard } from './apps.ts'
import { run } from './programs.ts'

await run([builtDashboard()])
