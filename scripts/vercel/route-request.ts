/** A rule of the routing table (https://vercel.com/docs/build-output-api/configuration#routes). */
export type Route = {
  /** Begins a phase of the routing; the rules before the first phase apply to every request. */
  handle?: string
  src?: string
  dest?: string
  status?: number
  headers?: Record<string, string>
  methods?: string[]
  has?: Condition[]
  missing?: Condition[]
  /** Continues with the next rule after this one. */
  continue?: boolean
  /** Uses `dest` only if it exists. */
  check?: boolean
  /** The headers replace those of the function. */
  important?: boolean
  /** The function that runs before the next rule. */
  middlewarePath?: string
}

type Condition = { type: string; key?: string; value?: string }

/** What the routing reads of a request. */
export type RoutedRequest = {
  method: string
  /** The path with the query, as the client has sent it. */
  target: string
  headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Where a request leads. */
export type Destination<Resource> = {
  /** The status of a redirect, an error or a static file; undefined if the function decides. */
  status: number | undefined
  resource: Resource | undefined
  /** The path of the resource: for a dynamic route with its brackets. */
  path: string
  query: URLSearchParams
  /** A function's own headers replace these. */
  headers: Headers
  /** These replace a function's own headers. */
  importantHeaders: Headers
}

type Options<Resource> = {
  /** Looks up a path in the static files and the functions. */
  find: (path: string) => Resource | undefined
  /** Runs a middleware. Returns its response, or undefined to continue. */
  runMiddleware?: (path: string) => Promise<Response | undefined>
}

// What `routeRequest` reads, and what does not change the routing here: there are no rules of a
// project to override, and the source of a middleware's pattern is for people.
const knownKeys: ReadonlySet<string> = new Set([
  'handle',
  'src',
  'dest',
  'status',
  'headers',
  'methods',
  'has',
  'missing',
  'continue',
  'check',
  'important',
  'override',
  'middlewarePath',
  'middlewareRawSrc',
])

/** Throws if the routing table has rules that this router would not obey. */
export function requireKnownRules(routes: readonly Route[]): void {
  const unknown = new Set(routes.flatMap(Object.keys).filter((key) => !knownKeys.has(key)))
  if (unknown.size > 0) throw new Error(`Unknown in the routing table: ${[...unknown].join(', ')}`)
}

/** Routes a request as Vercel does. Returns a response only if a middleware responds itself. */
export async function routeRequest<Resource>(
  routes: readonly Route[],
  request: RoutedRequest,
  { find, runMiddleware }: Options<Resource>,
): Promise<Destination<Resource> | Response> {
  const url = new URL(request.target, 'http://deployment.test')
  const state: Destination<Resource> = {
    status: undefined,
    resource: undefined,
    path: url.pathname,
    query: url.searchParams,
    headers: new Headers(),
    importantHeaders: new Headers(),
  }
  const phases = splitIntoPhases(routes)

  /** Applies the rules of a phase, until one ends it. Returns a middleware's response. */
  async function run(phase: string): Promise<Response | undefined> {
    for (const route of phases.get(phase) ?? []) {
      // Rules for errors have the status that they handle.
      if (phase === 'error' && route.status !== state.status) continue
      const groups = matchRoute(route, state, request)
      if (!groups) continue
      for (const [name, value] of Object.entries(route.headers ?? {})) {
        const target = route.important ? state.importantHeaders : state.headers
        target.set(name, insertGroups(value, groups))
      }
      if (route.middlewarePath !== undefined) {
        const response = await runMiddleware?.(route.middlewarePath)
        if (response) return response
      }
      if (route.status !== undefined) state.status = route.status
      if (route.dest !== undefined) redirectTo(state, insertGroups(route.dest, groups))
      if (route.dest !== undefined || phase === 'filesystem') state.resource = find(state.path)
      const isMissing = route.check === true && !state.resource
      if (!route.continue && !isMissing) return undefined
    }
    return undefined
  }

  const response = await run('')
  if (response) return response
  if (isRedirect(state)) return state
  state.resource ??= find(state.path)
  for (const phase of ['filesystem', 'miss', 'rewrite', 'resource']) {
    if (state.resource) break
    const response = await run(phase)
    if (response) return response
  }
  if (!state.resource) {
    state.status = 404
    await run('error')
  }
  await run('hit')
  return state
}

/** Where an error of a function leads. */
export function routeError<Resource>(
  routes: readonly Route[],
  status: number,
  find: (path: string) => Resource | undefined,
): Resource | undefined {
  const rules = splitIntoPhases(routes).get('error') ?? []
  const dest = rules.find((route) => route.status === status)?.dest
  return dest === undefined ? undefined : find(dest)
}

function isRedirect({ status, headers }: Destination<unknown>): boolean {
  return status !== undefined && status >= 300 && status < 400 && headers.has('location')
}

function splitIntoPhases(routes: readonly Route[]): Map<string, Route[]> {
  const phases = new Map<string, Route[]>([['', []]])
  let phase = ''
  for (const route of routes) {
    if (route.handle !== undefined) phase = route.handle
    if (!phases.has(phase)) phases.set(phase, [])
    if (route.handle === undefined) phases.get(phase)?.push(route)
  }
  return phases
}

type Groups = Record<string, string | undefined>

/** Matches a rule. Returns the groups of its pattern by number and by name. */
function matchRoute(
  { src = '.*', methods, has = [], missing = [] }: Route,
  { path, query }: Destination<unknown>,
  { method, headers }: RoutedRequest,
): Groups | undefined {
  if (methods && !methods.includes(method)) return undefined
  const isMet = (condition: Condition) => meetsCondition(condition, query, headers)
  if (!has.every(isMet) || missing.some(isMet)) return undefined
  const match = patternOf(src).exec(path)
  return match ? { ...Object.fromEntries(match.entries()), ...match.groups } : undefined
}

// Vercel anchors each pattern, and ignores the case of letters.
function patternOf(src: string): RegExp {
  const start = src.startsWith('^') ? '' : '^'
  const end = src.endsWith('$') ? '' : '$'
  return new RegExp(`${start}${src}${end}`, 'i')
}

function meetsCondition(
  { type, key = '', value }: Condition,
  query: URLSearchParams,
  headers: RoutedRequest['headers'],
): boolean {
  const found = readCondition(type, key, query, headers)
  if (found === undefined) return false
  return value === undefined || new RegExp(`^${value}$`).test(found)
}

function readCondition(
  type: string,
  key: string,
  query: URLSearchParams,
  headers: RoutedRequest['headers'],
): string | undefined {
  switch (type) {
    case 'header':
      return headers[key.toLowerCase()]?.toString()
    case 'host':
      return headers.host?.toString()
    case 'query':
      return query.get(key) ?? undefined
    case 'cookie': {
      const cookies = headers.cookie?.toString().split('; ') ?? []
      return cookies.find((cookie) => cookie.startsWith(`${key}=`))?.slice(key.length + 1)
    }
    default:
      throw new Error(`Unknown condition ${type}`)
  }
}

function insertGroups(text: string, groups: Groups): string {
  return text.replace(/\$(\d+|[a-z]\w*)/gi, (_, name: string) => groups[name] ?? '')
}

/** Changes the path, and adds the query of the destination. */
function redirectTo(state: Destination<unknown>, dest: string): void {
  const [path = '', query] = dest.split('?')
  state.path = path
  for (const [name, value] of new URLSearchParams(query)) state.query.set(name, value)
}
