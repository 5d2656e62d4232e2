// Preloaded into a server: responds to each message from its parent with the CPU time in milliseconds.
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.((user + system) / 1000)
})
// The channel does not keep a server alive that shuts down.
process.channel?.unref()
