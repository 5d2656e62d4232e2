import { developedDashboard, sampleGitHub } from './apps.ts'
import { run } from './programs.ts'

await run([sampleGitHub, developedDashboard()])
