// Starts the clock of a Node.js process, and of all that it starts, at SAMPLE_NOW:
//   SAMPLE_NOW=2028-02-29T12:00:00Z NODE_OPTIONS=--import=$PWD/scripts/shift-clock.mjs npx --yes pnpm test
// The offset is computed once, so that all processes have the same clock.
const { env } = process
const start = Date.parse(env.SAMPLE_NOW ?? '')
if (!Number.isNaN(start)) env.CLOCK_OFFSET_MS ??= String(start - Date.now())

const offsetMs = Number(env.CLOCK_OFFSET_MS ?? 0)
if (offsetMs !== 0) {
  const now = () => RealDate.now() + offsetMs
  const RealDate = globalThis.Date
  // The sample GitHub starts its own clock at SAMPLE_NOW, minutes after the first process.
  env.SAMPLE_NOW = new RealDate(now()).toISOString()
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => String(new RealDate(now())),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  })
}
