import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { applyDiff, type Step } from './parse-recipe.ts'

/**
 * Carries out a step in a copy of the repository.
 * @throws Error that names the step, if it cannot be done as written.
 */
export function playStep(step: Step, copy: string): void {
  try {
    perform(step, copy)
  } catch (error) {
    throw new Error(`"${step.heading}": ${error instanceof Error ? error.message : error}`)
  }
}

function perform(step: Step, copy: string): void {
  switch (step.kind) {
    case 'create':
      create(join(copy, step.path), step)
      break
    case 'change':
      change(join(copy, step.path), step)
      break
    case 'run':
      for (const command of step.commands) run(command, step.failsWith, copy)
  }
}

function create(file: string, { path, content }: { path: string; content: string }): void {
  if (existsSync(file)) throw new Error(`${path} exists already`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

function change(file: string, { path, diff }: { path: string; diff: string }): void {
  if (!existsSync(file)) throw new Error(`there is no file ${path}`)
  try {
    writeFileSync(file, applyDiff(readFileSync(file, 'utf8'), diff))
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`)
  }
}

function run(command: string, failsWith: string | undefined, copy: string): void {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd: copy,
    env: { ...process.env, CI: '1', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    shell: true,
  })
  const output = stdout + stderr
  if (failsWith === undefined) {
    if (status !== 0) throw new Error(`${command} exits with ${status}:\n${output}`)
  } else if (status === 0 || !output.includes(failsWith)) {
    throw new Error(
      `${command} does not fail with "${failsWith}", it exits with ${status}:\n${output}`,
    )
  }
}
