// pnpm loads this file before each command, so the version is checked before an installation starts.
const [major, minor] = process.versions.node.split('.').map(Number)
const isSupported = (major === 20 && minor >= 19) || major === 22 || major >= 24
if (!isSupported) {
  console.error(
    `Node.js ${process.versions.node} is not supported. Use Node.js 20.19 or later, 22, or 24 or later`,
  )
  // pnpm adds its own text and the stack, in lines of eighty columns.
  const error = new Error('unsupported version of Node.js')
  error.stack = error.message
  throw error
}
