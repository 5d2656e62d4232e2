export { Count } from './lib/count.tsx'
