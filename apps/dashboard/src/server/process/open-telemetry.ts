import {
  type Attributes,
  context,
  DiagLogLevel,
  diag,
  metrics,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  type ReadableSpan,
  type Sampler,
  SamplingDecision,
  type SpanExporter,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node'
import type { TelemetrySettings } from './env.ts'
import { gitHub } from './github.ts'
import { log, redact } from './log.ts'
import { currentRequestId } from './request-id.ts'
import type { Telemetry } from './telemetry.ts'

const SCOPE = 'repo-dashboard'
const MAX_MESSAGE_LENGTH = 300
// In seconds, as the semantic conventions recommend for HTTP.
const DURATION_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const PURGE_BOUNDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const KNOWN_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Starts the export of spans and metrics by OTLP, as the standard variables configure it. */
export function createTelemetry(settings: TelemetrySettings): Telemetry {
  diag.setLogger(diagnosticLogger, DiagLogLevel.ERROR)
  const resource = resourceFromAttributes({ 'service.name': SCOPE })
    .merge(detectResources({ detectors: [serviceInstanceIdDetector] }))
    .merge(detectResources({ detectors: [envDetector] }))
  const meterProvider = new MeterProvider({
    resource,
    readers: settings.exportsMetrics
      ? [
          new PeriodicExportingMetricReader({
            exporter: new OTLPMetricExporter(),
            exportIntervalMillis: settings.metricIntervalMs,
            exportTimeoutMillis: Math.min(settings.metricIntervalMs, 30_000),
          }),
        ]
      : [],
  })
  const instruments = createInstruments(meterProvider)
  const tracerProvider = new NodeTracerProvider({
    resource,
    sampler: alwaysRecordRequests(samplerOf(settings)),
    spanProcessors: [
      createRequestProcessor(instruments.requests),
      ...(settings.exportsTraces
        ? [new BatchSpanProcessor(redactSpans(new OTLPTraceExporter()))]
        : []),
    ],
  })
  // Any visitor can send `traceparent`: a trace continues only from a trusted proxy.
  tracerProvider.register(settings.continuesTraces ? {} : { propagator: null })
  metrics.setGlobalMeterProvider(meterProvider)
  const tracer = trace.getTracer(SCOPE)

  return {
    recordCall(call, route) {
      const { startedAt, durationMs, cacheStatus, errorKind, status } = call
      const isSent = cacheStatus === 'miss' || cacheStatus === 'revalidated'
      instruments.lookups.add(1, { 'github.cache.status': cacheStatus ?? 'error' })
      const span = tracer.startSpan(
        route,
        {
          kind: isSent ? SpanKind.CLIENT : SpanKind.INTERNAL,
          startTime: startedAt,
          attributes: {
            'http.request.method': 'GET',
            'url.template': templateOf(route),
            ...(status !== undefined && { 'http.response.status_code': status }),
            ...(cacheStatus !== undefined && { 'github.cache.status': cacheStatus }),
            ...(errorKind !== undefined && { 'error.type': errorKind }),
          },
        },
        context.active(),
      )
      if (errorKind !== undefined) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(startedAt + durationMs)
    },
    recordSent({ route, outcome, durationMs }) {
      instruments.sent.record(durationMs / 1000, {
        'url.template': templateOf(route),
        'github.outcome': outcome,
      })
    },
    recordPurge({ cache, delayMs, outcome }) {
      instruments.purges.record(delayMs / 1000, {
        'shared_cache.name': cache,
        'shared_cache.purge.outcome': outcome,
      })
    },
    async shutDown() {
      await Promise.allSettled([tracerProvider.shutdown(), meterProvider.shutdown()])
    },
  }
}

function createInstruments(provider: MeterProvider) {
  const meter = provider.getMeter(SCOPE)
  const remaining = meter.createObservableGauge('github.quota.remaining', {
    description: 'Requests to GitHub that are left until the reset.',
    unit: '{request}',
  })
  const limit = meter.createObservableGauge('github.quota.limit', {
    description: 'Requests to GitHub that are allowed until the reset.',
    unit: '{request}',
  })
  meter.addBatchObservableCallback(
    (result) => {
      const now = new Date().toISOString()
      for (const quota of gitHub().client.status().quotas) {
        // What is left after a reset is unknown until the next response.
        if (quota.resetsAt <= now) continue
        const attributes = { 'github.quota.resource': quota.resource }
        result.observe(remaining, quota.remaining, attributes)
        result.observe(limit, quota.limit, attributes)
      }
    },
    [remaining, limit],
  )
  return {
    requests: meter.createHistogram('http.server.request.duration', {
      description: 'Duration of requests to pages and API routes.',
      unit: 's',
      advice: { explicitBucketBoundaries: DURATION_BOUNDS },
    }),
    sent: meter.createHistogram('github.request.duration', {
      description: 'Duration of requests to GitHub.',
      unit: 's',
      advice: { explicitBucketBoundaries: DURATION_BOUNDS },
    }),
    lookups: meter.createCounter('github.cache.lookups', {
      description: 'Reads of GitHub by where their data came from.',
      unit: '{lookup}',
    }),
    purges: meter.createHistogram('shared_cache.purge.delay', {
      description: 'Time from a webhook to the purge of the shared cache.',
      unit: 's',
      advice: { explicitBucketBoundaries: PURGE_BOUNDS },
    }),
  }
}

type Requests = ReturnType<typeof createInstruments>['requests']

/**
 * Counts the requests that Next handles, gives their spans the request ID of the log, and removes the
 * query of their URL, which can be private.
 */
function createRequestProcessor(requests: Requests): SpanProcessor {
  return {
    onStart(span) {
      const target = span.attributes['http.target']
      if (typeof target !== 'string') return
      span.setAttribute('http.target', withoutQuery(target))
      const requestId = currentRequestId()
      if (requestId !== undefined) span.setAttribute('http.request.id', requestId)
    },
    onEnd({ attributes, duration: [seconds, nanoseconds] }) {
      if (attributes['next.span_type'] !== 'BaseServer.handleRequest') return
      const method = String(attributes['http.method'])
      const route = attributes['http.route']
      const metricAttributes: Attributes = {
        'http.request.method': KNOWN_METHODS.includes(method) ? method : '_OTHER',
        'http.response.status_code': attributes['http.status_code'],
        ...(route !== undefined && { 'http.route': route }),
      }
      requests.record(seconds + nanoseconds / 1e9, metricAttributes)
    },
    forceFlush: async () => {},
    shutdown: async () => {},
  }
}

/** Exports spans without secrets: the messages of errors can contain any text. */
function redactSpans(exporter: SpanExporter): SpanExporter {
  return {
    export(spans, onResult) {
      for (const span of spans) redactSpan(span)
      exporter.export(spans, onResult)
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}

function redactSpan({ attributes, events, status }: ReadableSpan): void {
  redactAttributes(attributes)
  for (const event of events) redactAttributes(event.attributes ?? {})
  if (status.message !== undefined) status.message = redact(status.message)
}

function redactAttributes(attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') attributes[name] = redact(value)
  }
}

/**
 * Records all requests for the metrics, also those that are not sampled; exports only sampled ones.
 * Without a request, Next records the loading of each module, which is dropped.
 */
function alwaysRecordRequests(sampler: Sampler): Sampler {
  return {
    shouldSample(...sampled) {
      const [parentContext, , , kind] = sampled
      if (kind === SpanKind.SERVER) {
        const result = sampler.shouldSample(...sampled)
        if (result.decision !== SamplingDecision.NOT_RECORD) return result
        return { ...result, decision: SamplingDecision.RECORD }
      }
      const hasParent = trace.getSpanContext(parentContext) !== undefined
      if (!hasParent) return { decision: SamplingDecision.NOT_RECORD }
      return sampler.shouldSample(...sampled)
    },
    toString: () => `AlwaysRecordRequests(${sampler})`,
  }
}

function samplerOf({ sampler, samplerRatio }: TelemetrySettings): Sampler {
  const [, isParentBased, kind] = /^(parentbased_)?(.*)$/.exec(sampler) ?? []
  const root =
    kind === 'always_off'
      ? new AlwaysOffSampler()
      : kind === 'traceidratio'
        ? new TraceIdRatioBasedSampler(samplerRatio)
        : new AlwaysOnSampler()
  return isParentBased ? new ParentBasedSampler({ root }) : root
}

function templateOf(route: string): string {
  return route.replace(/^GET /, '')
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? ''
}

// A collector that is down costs a line for each export, and nothing else.
const diagnosticLogger = {
  error(message: string) {
    log({ event: 'telemetry', message: message.slice(0, MAX_MESSAGE_LENGTH) })
  },
  warn() {},
  info() {},
  debug() {},
  verbose() {},
}
