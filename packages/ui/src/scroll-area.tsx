export { ScrollArea } from './lib/scroll-area.tsx'
