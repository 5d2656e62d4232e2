import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

type Attribute = { key: string; value: { stringValue?: string; intValue?: number } }
type Resource = { attributes: Attribute[] }
type OtlpSpan = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  attributes: Attribute[]
}
type Point = { attributes: Attribute[]; count?: number; asInt?: number; asDouble?: number }
type OtlpMetric = {
  name: string
  unit: string
  sum?: { dataPoints: Point[] }
  gauge?: { dataPoints: Point[] }
  histogram?: { dataPoints: Point[] }
}
type Body = {
  resourceSpans?: { resource: Resource; scopeSpans: { spans: OtlpSpan[] }[] }[]
  resourceMetrics?: { resource: Resource; scopeMetrics: { metrics: OtlpMetric[] }[] }[]
}

/** A span or a data point, with its attributes as an object. */
export type Recorded = Record<string, unknown>
export type Span = Omit<OtlpSpan, 'attributes'> & { attributes: Recorded }
export type Metric = {
  name: string
  unit: string
  isCounter: boolean
  points: (Recorded & { value: number })[]
}

/** Starts a receiver of OpenTelemetry's protocol over HTTP, with JSON. */
export async function startOtlpReceiver() {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    bodies.push(await text(request))
    response.setHeader('Content-Type', 'application/json').end('{}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const parsed = () => bodies.map((body): Body => JSON.parse(body))

  return {
    url: `http://127.0.0.1:${port}`,
    /** All that was received, as text. */
    received: () => bodies.join('\n'),
    spans: (): Span[] =>
      parsed()
        .flatMap(({ resourceSpans = [] }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans)
        .map((span) => ({ ...span, attributes: toObject(span.attributes) })),
    /** The metrics of the latest export. */
    metrics: (): Metric[] =>
      (parsed().findLast(({ resourceMetrics }) => resourceMetrics)?.resourceMetrics ?? [])
        .flatMap(({ scopeMetrics }) => scopeMetrics)
        .flatMap(({ metrics }) => metrics)
        .map(({ name, unit, sum, gauge, histogram }) => ({
          name,
          unit,
          isCounter: sum !== undefined,
          points: (sum ?? gauge ?? histogram)?.dataPoints.map(toPoint) ?? [],
        })),
    /** The attributes of the resource of the first export. */
    resource: (): Recorded => {
      const [body] = parsed()
      const [first] = body?.resourceSpans ?? body?.resourceMetrics ?? []
      return toObject(first?.resource.attributes ?? [])
    },
    async end(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function toPoint({ attributes, count, asInt, asDouble }: Point) {
  return { ...toObject(attributes), value: Number(count ?? asInt ?? asDouble) }
}

function toObject(attributes: readonly Attribute[]): Recorded {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [
      key,
      value.intValue === undefined ? value.stringValue : Number(value.intValue),
    ]),
  )
}
