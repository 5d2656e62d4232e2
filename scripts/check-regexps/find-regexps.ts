import { type Node, parseSync, Visitor } from 'oxc-parser'

/** A regular expression in a source file, at a line that starts at 1. */
export type FoundRegexp = { line: number; pattern: string; flags: string }

/**
 * Finds the regular expressions of a source file: literals, and those that `RegExp` builds from the
 * constants of the file. Any other value counts as the letter x.
 */
export function findRegexps(path: string, source: string): FoundRegexp[] {
  const { program, errors } = parseSync(path, source)
  const [error] = errors
  if (error) throw new SyntaxError(`${path}: ${error.message}`)

  const constants = new Map<string, Node>()
  const found: FoundRegexp[] = []
  const add = (start: number, pattern: string, flags: string) => {
    found.push({ line: source.slice(0, start).split('\n').length, pattern, flags })
  }
  const built: { start: number; args: Node[] }[] = []
  const collect = ({ callee, arguments: args, start }: Built) => {
    if (callee.type === 'Identifier' && callee.name === 'RegExp') built.push({ start, args })
  }
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && init) constants.set(id.name, init)
    },
    Literal(node) {
      if ('regex' in node) add(node.start, node.regex.pattern, node.regex.flags)
    },
    NewExpression: collect,
    CallExpression: collect,
  }).visit(program)
  for (const { start, args } of built) {
    const [pattern, flags] = args.map((node) => textOf(node, constants))
    add(start, pattern ?? '', flags ?? '')
  }
  return found
}

type Built = { callee: Node; arguments: Node[]; start: number }

function textOf(node: Node, constants: ReadonlyMap<string, Node>): string {
  if (node.type === 'Identifier') {
    const constant = constants.get(node.name)
    // Without the constant itself, so that a reference to itself ends.
    const others = new Map([...constants].filter(([name]) => name !== node.name))
    return constant ? textOf(constant, others) : 'x'
  }
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral') {
    return node.quasis
      .map(({ value }, index) => {
        const next = node.expressions[index]
        return (value.cooked ?? '') + (next ? textOf(next, constants) : '')
      })
      .join('')
  }
  if (
    node.type === 'TaggedTemplateExpression' &&
    node.tag.type === 'MemberExpression' &&
    node.quasi.expressions.length === 0
  ) {
    return node.quasi.quasis.map(({ value }) => value.raw).join('')
  }
  return 'x'
}
