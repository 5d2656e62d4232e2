export { watchOverflow } from './lib/watch-overflow.ts'
