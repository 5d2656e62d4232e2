import { productionDashboard } from './apps.ts'
import { runPrograms } from './programs.ts'

await runPrograms([productionDashboard()])
