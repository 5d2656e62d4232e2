export { formatCompactNumber } from './lib/compact-number.ts'
