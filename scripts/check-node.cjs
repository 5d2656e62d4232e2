// Runs before anything else, on whatever Node.js there is: hence plain JavaScript.
const { engines } = require('../package.json')

const [major, minor] = process.versions.node.split('.').map(Number)
const supported = (major === 20 && minor >= 19) || major === 22 || major >= 24
if (!supported) {
  console.error(`Repo Dashboard needs Node.js ${engines.node}, not ${process.versions.node}`)
  process.exit(1)
}
