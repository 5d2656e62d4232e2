import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { type Copy, DockerfileParser, type JSONInstruction } from 'dockerfile-ast'
import { fromRoot } from '../programs.ts'
import { createTemporaryFolder, runCommand } from '../repository-copy.ts'
import { listFiles } from '../repository-files.ts'

/** What a Dockerfile's last stage contains, and how it starts. */
export type Image = {
  /** The folder that is `WORKDIR` in the image. */
  folder: string
  env: Record<string, string>
  /** The command of `CMD`. */
  command: string[]
  /** The command of `HEALTHCHECK`. */
  healthCheck: string[]
}

type Instruction = { keyword: string; text: string; args: string[] }
type Stage = { root: string; workdir: string; env: Record<string, string> }

/**
 * Runs the steps of a Dockerfile without Docker, each stage in an empty folder with the Node.js of this
 * machine, and returns the last stage. The build context are the files that Git does not ignore, which
 * are those that .dockerignore leaves: deploy.test.ts compares both lists.
 *
 * `onContext` changes a folder after `COPY . .`, for example to add files that must not reach the image.
 *
 *     const { folder, env, command } = buildImage('deploy/Dockerfile')
 *     spawn(command[0], command.slice(1), { cwd: folder, env: { ...process.env, ...env } })
 *
 * @throws Error at an instruction or an option that it does not support, or a step that fails.
 */
export function buildImage(
  path: string,
  { onContext = () => {} }: { onContext?: (folder: string) => void } = {},
): Image {
  const stages = new Map<string, Stage>()
  const roots: string[] = []
  let stage: Stage | undefined
  let command: string[] = []
  let healthCheck: string[] = []

  for (const { keyword, text, args } of parseDockerfile(path)) {
    if (keyword === 'FROM') {
      stage = { root: createTemporaryFolder('image'), workdir: '/', env: {} }
      roots.push(stage.root)
      // For the user of the server, who is another one.
      chmodSync(stage.root, 0o755)
      if (args[1]?.toUpperCase() === 'AS' && args[2]) stages.set(args[2], stage)
      continue
    }
    if (!stage) throw new Error(`${path}: ${keyword} before FROM`)
    const folder = join(stage.root, stage.workdir)
    if (keyword === 'WORKDIR') {
      stage.workdir = join(stage.workdir, args[0] ?? '')
      mkdirSync(join(stage.root, stage.workdir), { recursive: true })
    } else if (keyword === 'ENV') {
      for (const pair of args) {
        const [name = '', ...value] = pair.split('=')
        stage.env[name] = value.join('=')
      }
    } else if (keyword === 'COPY') {
      copy(args, folder, stages)
      if (args.join(' ') === '. .') onContext(folder)
    } else if (keyword === 'RUN') {
      runCommand('sh', ['-c', text], { cwd: folder, env: { ...stage.env, ...programsOf(stage) } })
    } else if (keyword === 'CMD') {
      command = parseCommand(text)
    } else if (keyword === 'HEALTHCHECK') {
      healthCheck = parseCommand(text.slice(text.indexOf('CMD') + 3))
    } else if (!['ARG', 'USER', 'EXPOSE', 'STOPSIGNAL'].includes(keyword)) {
      throw new Error(`${path}: ${keyword} is not supported`)
    }
  }
  if (!stage) throw new Error(`${path} has no stage`)
  // The image must not depend on the folders in which it was built.
  for (const root of roots.slice(0, -1)) rmSync(root, { recursive: true })
  return { folder: join(stage.root, stage.workdir), env: stage.env, command, healthCheck }
}

/** Reads the instructions of a Dockerfile in order. */
export function parseDockerfile(path: string): Instruction[] {
  const file = DockerfileParser.parse(readFileSync(fromRoot(path), 'utf8'))
  return file.getInstructions().map((instruction) => ({
    keyword: instruction.getKeyword(),
    // Without the backslashes at the ends of lines.
    text: (instruction.getRawArgumentsContent() ?? '').replaceAll(/\\\n\s*/g, ''),
    args: [
      ...flagsOf(instruction as Copy | JSONInstruction),
      ...instruction.getArguments().map((argument) => argument.getValue()),
    ],
  }))
}

function flagsOf(instruction: { getFlags?: () => { toString(): string }[] }): string[] {
  return (instruction.getFlags?.() ?? []).map(String)
}

/** Parses the exec form of a command. */
export function parseCommand(text: string): string[] {
  const command: unknown = JSON.parse(text)
  if (Array.isArray(command) && command.every((part) => typeof part === 'string')) return command
  throw new Error(`${text} is not a command in exec form`)
}

function copy(args: readonly string[], folder: string, stages: ReadonlyMap<string, Stage>): void {
  const flags = args.filter((arg) => arg.startsWith('--'))
  const paths = args.filter((arg) => !arg.startsWith('--'))
  const sources = paths.slice(0, -1)
  const target = join(folder, paths.at(-1) ?? '')
  const [from = '', ...others] = flags
  if (others.length > 0) throw new Error(`COPY ${args.join(' ')} is not supported`)

  if (from === '') {
    for (const path of sources.flatMap((source) => listFiles(source))) {
      mkdirSync(dirname(join(target, path)), { recursive: true })
      cpSync(fromRoot(path), join(target, path), { verbatimSymlinks: true })
    }
    return
  }
  const stage = stages.get(from.replace('--from=', ''))
  const [source = ''] = sources
  if (!stage || sources.length !== 1) throw new Error(`COPY ${args.join(' ')} is not supported`)
  // As Docker, it copies what the folder contains.
  cpSync(join(stage.root, source), target, { recursive: true, verbatimSymlinks: true })
}

/** The variables with which npm installs programs into a stage, and a shell finds them there. */
function programsOf({ root }: Stage): Record<string, string> {
  const prefix = join(root, 'usr/local')
  return {
    npm_config_prefix: prefix,
    PATH: [join(prefix, 'bin'), process.env.PATH].join(delimiter),
  }
}
