// pnpm loads this file before each command, so the version is checked before an installation starts.
const [major, minor] = process.versions.node.split('.').map(Number)
const isSupported = (major === 20 && minor >= 19) || major === 22 || major >= 24
if (!isSupported) {
  // Short enough for a line of pnpm's error, which prints the stack.
  const error = new Error(
    `Node.js ${process.versions.node} is not supported: use 20.19+, 22 or 24+`,
  )
  error.stack = error.message
  throw error
}
