// Preloaded into a server, prints each file that the server looks for and does not find.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'

function report(error) {
  if (error?.code === 'ENOENT' && error.path) print(error.path)
}

function print(path) {
  process.stderr.write(`missing file: ${resolve(String(path))}\n`)
}

for (const name of ['openSync', 'readFileSync', 'readdirSync', 'statSync']) {
  const original = fs[name]
  fs[name] = (...args) => {
    try {
      return original(...args)
    } catch (error) {
      report(error)
      throw error
    }
  }
}

for (const name of ['open', 'readFile', 'readdir', 'stat']) {
  const original = fs[name]
  fs[name] = (...args) => {
    const done = args.pop()
    original(...args, (error, ...results) => {
      report(error)
      done(error, ...results)
    })
  }
  const originalPromise = fs.promises[name]
  fs.promises[name] = (...args) => {
    const promise = originalPromise(...args)
    promise.catch(report)
    return promise
  }
}

const { existsSync } = fs
fs.existsSync = (path) => {
  const exists = existsSync(path)
  if (!exists) print(path)
  return exists
}

// For modules that import the functions by name.
syncBuiltinESMExports()
