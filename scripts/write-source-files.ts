import { writeSourceFiles } from '../apps/dashboard/src/tutorial/source-files.ts'
import { fromRoot } from './programs.ts'

writeSourceFiles(fromRoot('.'))
