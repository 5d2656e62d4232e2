import { developmentDashboard, sampleGitHub } from './apps.ts'
import { runPrograms } from './programs.ts'

await runPrograms([sampleGitHub(), developmentDashboard()])
