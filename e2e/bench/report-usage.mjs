// Preloaded into a server: responds to its parent with the CPU time so far in milliseconds, or with
// the memory after a garbage collection in bytes.
const reports = {
  'CPU time'() {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
  memory() {
    globalThis.gc()
    const { rss, heapUsed } = process.memoryUsage()
    return { rss, heapUsed }
  },
}

process.on('message', (name) => process.send?.(reports[name]()))
// The channel does not keep a server alive that shuts down.
process.channel?.unref()
