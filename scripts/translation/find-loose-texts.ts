import {
  type Expression,
  type JSXChild,
  type JSXElement,
  type JSXFragment,
  parseSync,
  Visitor,
} from 'oxc-parser'

/**
 * Finds text nodes in JSX that React inserts, removes or uses as a position while the page stays. A
 * browser that translates a page replaces its text nodes, and React then fails to find them.
 */
export function findLooseTexts(file: string, text: string): string[] {
  const { program, errors } = parseSync(file, text, { preserveParens: false })
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  const problems: string[] = []

  function check(parent: JSXElement | JSXFragment) {
    const children = parent.children.filter(isRendered)
    for (const [index, child] of children.entries()) {
      if (child.type !== 'JSXExpressionContainer') continue
      const kinds = kindsOf(child.expression as Expression)
      if (kinds.length < 2) continue
      // React replaces the only text of an element as a whole.
      const isOnlyText = children.length === 1 && isHtmlElement(parent)
      const isLoose =
        kinds.includes('text in a fragment') ||
        (!isOnlyText && kinds.includes('text') && kinds.some((kind) => kind !== 'text'))
      const isBeforeText = kinds.includes('nothing') && isText(children[index + 1])
      if (!isLoose && !isBeforeText) continue
      const line = text.slice(0, child.start).split('\n').length
      const problem = isLoose ? 'conditional text' : 'text after conditional content'
      problems.push(`${file}:${line} wrap ${problem} in an element`)
    }
  }

  new Visitor({ JSXElement: check, JSXFragment: check }).visit(program)
  return problems
}

type Kind = 'text' | 'text in a fragment' | 'nothing' | 'other'

/** The kinds of what an expression may render, one for each of its branches. */
function kindsOf(expression: Expression): Kind[] {
  switch (expression.type) {
    case 'LogicalExpression':
      return expression.operator === '&&' ? ['nothing', ...kindsOf(expression.right)] : ['other']
    case 'ConditionalExpression':
      return [...kindsOf(expression.consequent), ...kindsOf(expression.alternate)]
    case 'TemplateLiteral':
      return ['text']
    case 'Literal':
      return [typeof expression.value === 'string' ? 'text' : 'nothing']
    case 'JSXFragment':
      return [expression.children.some(isText) ? 'text in a fragment' : 'other']
    default:
      return ['other']
  }
}

// JSX ignores white space that contains a line break.
function isRendered(child: JSXChild): boolean {
  if (child.type === 'JSXText') return !/^\s*\n\s*$/.test(child.value)
  return child.type !== 'JSXExpressionContainer' || child.expression.type !== 'JSXEmptyExpression'
}

function isText(child: JSXChild | undefined): boolean {
  if (child?.type === 'JSXText') return isRendered(child)
  return child?.type === 'JSXExpressionContainer' && child.expression.type === 'Literal'
}

function isHtmlElement(parent: JSXElement | JSXFragment): boolean {
  if (parent.type === 'JSXFragment') return false
  const { name } = parent.openingElement
  return name.type === 'JSXIdentifier' && /^[a-z]/.test(name.name)
}
