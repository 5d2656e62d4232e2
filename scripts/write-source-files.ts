import { writeSourceFiles } from '../apps/dashboard/src/build/source-files.ts'
import { fromRoot } from './programs.ts'

writeSourceFiles(fromRoot('.'))
