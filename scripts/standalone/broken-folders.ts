import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Broken } from '../deployments/broken.ts'
import { editFile } from '../deployments/link-folder.ts'

const app = 'apps/dashboard'

/** Ways to break a standalone folder, each of which a check must report. */
export const brokenFolders: readonly Broken[] = [
  {
    title: 'a folder without a library',
    change(folder) {
      const packages = join(folder, 'node_modules/.pnpm')
      for (const name of readdirSync(packages)) {
        if (name.startsWith('sanitize-html@')) rmSync(join(packages, name), { recursive: true })
      }
    },
    paths: ['/repos/acme/rocket'],
    reports: {
      'every visit has its status': ['/repos/acme/rocket: 500, not 200'],
      'the server logs no error': ["⨯ Error: Cannot find module 'sanitize-html'"],
    },
  },
  {
    title: 'a server without the security headers',
    change: (folder) =>
      editFile(join(folder, app, '.next/routes-manifest.json'), (text) =>
        JSON.stringify({ ...JSON.parse(text), headers: [] }),
      ),
    paths: ['/search?q=rocket'],
    reports: {
      'every response has the security headers': [
        '/search?q=rocket: content-security-policy: undefined',
      ],
    },
  },
  {
    title: 'a folder without the social card',
    change: (folder) => rmSync(join(folder, app, 'public/social-card.png')),
    paths: ['/social-card.png'],
    reports: { 'every visit has its status': ['/social-card.png: 404, not 200'] },
  },
  {
    // As the build compiles a function that reads a file of the repository and survives without it.
    title: 'a file that is read at run time and is not in the folder',
    change: (folder) =>
      editFile(
        join(folder, app, '.next/server/pages/api/quota.js'),
        (text) => `try { require('fs').readFileSync('../../docs/words.md') } catch {}\n${text}`,
      ),
    paths: ['/api/quota'],
    reports: { 'the folder contains every file that the server looks for': ['docs/words.md'] },
  },
]
