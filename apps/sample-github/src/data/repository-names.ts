import type { NonEmpty } from './random.ts'

/** Repositories without a story, enough for lists and searches with several pages. */
export const acmeRepositories: readonly (readonly [name: string, description: string])[] = [
  ['abacus', 'Metering and quotas for internal services.'],
  ['airlock', 'A reverse proxy that lets one request in at a time.'],
  ['altimeter', 'Service level objectives, measured from the outside.'],
  ['apogee', 'Load tests that know when to stop.'],
  ['ballast', 'Synthetic data for staging databases.'],
  ['beacon', 'Status pages that update themselves.'],
  ['blueprint', 'Architecture diagrams drawn from the running system.'],
  ['booster', 'Build cache shared between laptops and CI.'],
  ['boomerang', 'Webhooks with retries, signatures and a replay button.'],
  ['capsule', 'Reproducible development environments.'],
  ['checklist', 'Launch checklists as code, with sign-off.'],
  ['comet', 'A small HTTP client that never waits forever.'],
  ['countdown', 'Scheduled releases with holidays and quiet hours.'],
  ['dashboard-kit', 'Charts and tables for internal dashboards.'],
  ['dock', 'Container registry with garbage collection that works.'],
  ['drift', 'Finds configuration that differs from what was agreed.'],
  ['escape-hatch', 'Feature flags that can always be turned off.'],
  ['flight-recorder', 'Structured logs with a thirty-minute memory.'],
  ['gantry', 'Terraform modules for launch sites.'],
  ['gimbal', 'Keeps a service level when traffic tilts.'],
  ['ground-control', 'The command line for everything in this organization.'],
  ['gyro', 'Leader election without surprises.'],
  ['hangar', 'Artifact storage with retention rules.'],
  ['heat-shield', 'Rate limiting at the edge.'],
  ['ion', 'A tiny event bus for browsers.'],
  ['jettison', 'Deletes what nobody uses, after asking.'],
  ['launchpad', 'Documentation site of Acme Rockets.'],
  ['manifest', 'Software bills of materials for every release.'],
  ['orbit', 'Background jobs on Postgres.'],
  ['parachute', 'Automatic rollback when error rates climb.'],
  ['payload', 'Schema-first message encoding.'],
  ['periscope', 'Looks into a running container without a shell.'],
  ['perigee', 'Latency budgets for page loads.'],
  ['relay', 'Moves events between regions exactly once, mostly.'],
  ['slipstream', 'HTTP/3 experiments.'],
  ['splashdown', 'Post-incident reviews from a template.'],
  ['telemetry', 'Metrics, traces and a sensible default for both.'],
  ['thruster', 'Fast JSON for very large documents.'],
  ['trajectory', 'Forecasts when a disk will be full.'],
  ['windtunnel', 'Browser benchmarks that repeat well.'],
]

export const personalRepositories: NonEmpty<readonly [name: string, description: string]> = [
  ['dotfiles', 'My shell, my editor, my keys.'],
  ['advent-of-code', 'Puzzles, mostly finished.'],
  ['sourdough', 'A timer for bread.'],
  ['tide-tables', 'When the sea comes back.'],
  ['pocket-parser', 'A parser that fits in a pocket.'],
  ['tiny-queue', 'A queue in a hundred lines.'],
  ['night-train', 'Timetables of sleeper trains.'],
  ['garden-log', 'What grew, and where.'],
  ['keyboard', 'Firmware of my split keyboard.'],
  ['paper-plane', 'A static site generator.'],
  ['weather-vane', 'Wind at the nearest station.'],
  ['bookshelf', 'What I read this year.'],
  ['color-mixer', 'Palettes with enough contrast.'],
  ['bike-map', 'Quiet streets, ranked.'],
  ['retry-kindly', 'Retries with jitter and manners.'],
  ['typing-test', 'Words that are hard to type.'],
  ['json-tidy', 'Formats JSON the way I like it.'],
  ['birdsong', 'Recognizes twelve birds.'],
  ['slow-lorem', 'Placeholder text that takes its time.'],
]

/** The public repositories without a story, by owner. */
export const personalRepositoriesByOwner: Readonly<Record<string, readonly string[]>> = {
  nova: ['dotfiles', 'night-train', 'color-mixer', 'tiny-queue'],
  ann: ['sourdough', 'bookshelf', 'garden-log'],
  ben: ['json-tidy', 'tide-tables', 'retry-kindly'],
  cyd: ['bike-map', 'weather-vane'],
  dov: ['paper-plane', 'typing-test'],
  eve: ['keyboard', 'pocket-parser'],
}

const plants =
  'alder aspen aster balsa bluebell borage bracken briar campion cedar chicory clover cypress dahlia ' +
  'elder fennel fern foxglove gorse hawthorn hazel heather holly hornbeam iris juniper larch linden ' +
  'lupin mallow myrtle nettle olive poplar rowan sage sorrel teasel yarrow yew'

/** The repositories of a maintainer: forty, with 300 open issues and pull requests. */
export const maintainedRepositories = plants.split(' ').map((name, index) => ({
  name,
  openIssues: 3 + (index % 7),
  openPulls: (index % 4) + (index < 5 ? 1 : 0),
}))

export const freshDescriptions: NonEmpty<string> = [
  'Does one thing well.',
  'Small, tested and quick to start.',
  'A library for people who read changelogs.',
  'Maintained by three people and a bot.',
]
