import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Copies a folder in a moment: the files of both are the same, so replace them with `editFile`. */
export function linkFolder(source: string, target: string): void {
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)]
    if (entry.isDirectory()) linkFolder(from, to)
    else linkFile(from, to)
  }
}

/** Places a file without copying it, if the file system can. */
export function linkFile(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  if (lstatSync(source).isSymbolicLink()) {
    symlinkSync(readlinkSync(source), target)
    return
  }
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}

/** Replaces a file of a linked folder; the other folder's file stays as it is. */
export function editFile(path: string, edit: (text: string) => string): void {
  const before = readFileSync(path, 'utf8')
  const after = edit(before)
  if (after === before) throw new Error(`The edit of ${path} changes nothing`)
  rmSync(path)
  writeFileSync(path, after)
}
