import { readFileSync } from 'node:fs'
import { fromRoot } from '../programs.ts'
import { parseRecipes, type Recipe } from './parse-recipe.ts'

/** The chapter that is a recipe, and the others, which begin where it ends. */
export function readRecipes(): { first: Recipe; others: Recipe[] } {
  const [first] = parseRecipes(readFileSync(fromRoot('docs/03-adding-a-page.md'), 'utf8'), 1)
  if (!first) throw new Error('The chapter about adding a page has no steps')
  return { first, others: parseRecipes(readFileSync(fromRoot('docs/recipes.md'), 'utf8'), 2) }
}
