#!/usr/bin/env node
// Plain JavaScript, because Node.js 20 reads no types: tsx reads them for what comes after.
import { register } from 'tsx/esm/api'

register()
await import('../src/inspect/main.ts')
