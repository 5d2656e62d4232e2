import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeCacheConfig } from './cache-config.ts'
import { createTemporaryFolder } from './repository-copy.ts'

const addresses = { listen: '127.0.0.1:8180', origins: [3100, 3101] }

test('writes nginx.conf with other addresses, and with paths in its own folder', () => {
  const folder = createTemporaryFolder('nginx')
  const config = readFileSync(writeCacheConfig(folder, 'nginx.conf', addresses), 'utf8')

  expect(config).toMatch(/^ +listen 127\.0\.0\.1:8180;$/m)
  expect(config.match(/^ +server .*/gm)).toEqual([
    '    server 127.0.0.1:3100 max_fails=0;',
    '    server 127.0.0.1:3101 max_fails=0;',
    '  server {',
  ])
  expect(config).not.toMatch(/\b(3000|8080)\b|\/var\//)
  expect(config.match(/^ +\w+_temp_path .*/gm)).toHaveLength(5)
  expect(config).toContain('rate=50r/s;')
})

test('raises the limit of requests per client in nginx.conf', () => {
  const folder = createTemporaryFolder('nginx')
  const path = writeCacheConfig(folder, 'nginx.conf', { ...addresses, isUnlimited: true })
  expect(readFileSync(path, 'utf8')).toContain('rate=100000r/s;')
})

test('writes plain-nginx.conf with other addresses', () => {
  const folder = createTemporaryFolder('nginx')
  const config = readFileSync(writeCacheConfig(folder, 'plain-nginx.conf', addresses), 'utf8')
  expect(config).toMatch(/^ +listen 127\.0\.0\.1:8180;$/m)
  expect(config).toMatch(/http:\/\/127\.0\.0\.1:3100;$/m)
  expect(config).not.toMatch(/\b(3000|8080)\b/)
})

test('writes a backend for each instance beside varnish.vcl', () => {
  const folder = createTemporaryFolder('varnish')
  const path = writeCacheConfig(folder, 'varnish-with-limits.vcl', addresses)

  expect(path).toBe(join(folder, 'varnish-with-limits.vcl'))
  expect(readFileSync(join(folder, 'varnish.vcl'), 'utf8')).toContain('include "./backends.vcl";')
  expect(readFileSync(join(folder, 'backends.vcl'), 'utf8')).toBe(
    [
      'backend instance_3100 { .host = "127.0.0.1"; .port = "3100"; .probe = readiness; }',
      'backend instance_3101 { .host = "127.0.0.1"; .port = "3101"; .probe = readiness; }',
      'sub vcl_init {',
      '  new dashboard = directors.shard();',
      '  dashboard.add_backend(instance_3100);',
      '  dashboard.add_backend(instance_3101);',
      '  dashboard.reconfigure();',
      '}',
      '',
    ].join('\n'),
  )
})
