import { expect, test } from 'vitest'
import { renderCacheConfig } from './cache-config.ts'

const ports = { listen: '127.0.0.1:8180', origin: 3100 }

test.each(['nginx.conf', 'plain-nginx.conf'] as const)('replaces both ports in %s', (file) => {
  const config = renderCacheConfig(file, ports)
  expect(config).toMatch(/^ +listen 127\.0\.0\.1:8180;$/m)
  expect(config).toMatch(/(server |http:\/\/)127\.0\.0\.1:3100;$/m)
  expect(config).not.toMatch(/\b(3000|8080)\b/)
})

test('replaces the port of the origin in varnish.vcl', () => {
  const config = renderCacheConfig('varnish.vcl', ports)
  expect(config).toContain('.port = "3100";')
  expect(config).not.toContain('3000')
})
