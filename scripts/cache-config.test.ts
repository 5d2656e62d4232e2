import { expect, test } from 'vitest'
import { renderCacheConfig } from './cache-config.ts'

const ports = { listen: '127.0.0.1:8180', origin: 3100 }

test.each(['nginx.conf', 'plain-nginx.conf'] as const)('replaces both ports in %s', (file) => {
  const config = renderCacheConfig(file, ports)
  expect(config).toMatch(/^ +listen 127\.0\.0\.1:8180;$/m)
  expect(config).toMatch(/(server |http:\/\/)127\.0\.0\.1:3100;$/m)
  expect(config).not.toMatch(/\b(3000|8080)\b/)
})

test('raises the limit of requests per client in nginx.conf', () => {
  expect(renderCacheConfig('nginx.conf', ports)).toContain('rate=50r/s;')
  expect(renderCacheConfig('nginx.conf', { ...ports, isUnlimited: true })).toContain(
    'rate=100000r/s;',
  )
})

test('replaces the port of the origin in varnish.vcl', () => {
  const config = renderCacheConfig('varnish.vcl', ports)
  expect(config).toContain('.port = "3100";')
  expect(config).not.toContain('3000')
})
