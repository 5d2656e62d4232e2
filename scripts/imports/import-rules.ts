import type { Import, ImportsByFile } from './find-imports.ts'

const application = 'apps/dashboard/src/'

/** The folders of the application, and which others each may import (decision 38). */
const allowedFolders: Readonly<Record<string, readonly string[]>> = {
  pages: ['build', 'components', 'devtools', 'features', 'lessons', 'server', 'tutorial'],
  features: ['components', 'server'],
  lessons: ['components', 'server', 'tutorial'],
  tutorial: ['build', 'components', 'server'],
  devtools: ['components', 'server'],
  components: ['server'],
  server: [],
  build: ['devtools', 'server'],
}

/** Features that present the data of another feature in a different form. */
const allowedFeatures: Readonly<Record<string, string>> = {
  compare: 'overview',
  export: 'overview',
}

// Other files import only types of server/, so that no server code reaches the browser.
const importsServerValues =
  /^apps\/dashboard\/src\/(instrumentation\.ts$|pages\/|server\/|build\/|.*\.server\.ts$)/

/** Whether only tests use a file. */
export function isTestFile(path: string): boolean {
  return /\.test\.tsx?$|\/test-support\.ts$|\/test-[^/]+\.tsx?$/.test(path)
}

/** Finds imports against the direction of decision 38; returns one line for each. */
export function findWrongImports(imports: ImportsByFile): string[] {
  return [...imports].flatMap(([file, found]) =>
    found.flatMap((found) => {
      const reason = rejectionReason(file, found)
      return reason === undefined ? [] : `${file}:${found.line}: ${reason} (decision 38)`
    }),
  )
}

function rejectionReason(file: string, { target, isType }: Import): string | undefined {
  if (target === undefined) return 'import() needs a string, so that its direction can be checked'
  if (target.startsWith('@repo/')) {
    const isAllowed = file.startsWith('apps/') || isTestFile(file)
    return isAllowed ? undefined : `a package must not import another package, ${target}`
  }
  if (!isPath(target)) return undefined
  const folder = packageFolder(file)
  if (!target.startsWith(`${folder}/`))
    return `a relative import must stay in ${folder}, not ${target}`
  if (!file.startsWith(application)) return undefined
  if (!target.startsWith(application)) return `${target} is outside src`
  return applicationReason(file, target, isType)
}

function applicationReason(file: string, target: string, isType: boolean): string | undefined {
  const from = unitOf(file)
  const to = unitOf(target)
  if (from.name === to.name) return undefined
  const isFeature = from.folder === 'features' && to.folder === 'features'
  const isAllowed = isFeature
    ? allowedFeatures[from.feature] === to.feature
    : (allowedFolders[from.folder] ?? ['server']).includes(to.folder)
  if (!isAllowed)
    return `${from.name} must not import ${to.name}: ${target.slice(application.length)}`
  const isValue = to.folder === 'server' && !isType
  if (isValue && !isTestFile(file) && !importsServerValues.test(file)) {
    return `only pages, server, build and *.server.ts import values of server: ${target.slice(application.length)}`
  }
  return undefined
}

/** The part of the application that a file belongs to: a folder, or one feature. */
function unitOf(path: string): { name: string; folder: string; feature: string } {
  const [folder = '', feature = '', ...rest] = path.slice(application.length).split('/')
  if (folder === 'features' && rest.length > 0)
    return { name: `features/${feature}`, folder, feature }
  return { name: folder, folder, feature: '' }
}

function packageFolder(file: string): string {
  return file.split('/').slice(0, 2).join('/')
}

function isPath(target: string): boolean {
  return /^(apps|packages|e2e|scripts|docs|node_modules|\.\.)\//.test(target)
}
