import { cpSync } from 'node:fs'
import { copyRepository, createTemporaryFolder, runCommand } from '../repository-copy.ts'
import type { Recipe } from './parse-recipe.ts'
import { playStep } from './play-step.ts'
import { readRecipes } from './recipes.ts'

// A word plays only the recipes that have it in their title.
const [wanted = ''] = process.argv.slice(2)
const { first, others } = readRecipes()

// The copies share what they build, as a reader who does one recipe after another does.
process.env.TURBO_CACHE_DIR ??= createTemporaryFolder('recipes-cache')
const base = copyRepository('recipes')
// The checks list the files of the repository with git.
runCommand('git', ['init', '--quiet'], { cwd: base })
play(first, base)
for (const recipe of others) {
  if (!recipe.title.toLowerCase().includes(wanted.toLowerCase())) continue
  const copy = createTemporaryFolder('recipe')
  cpSync(base, copy, { recursive: true, verbatimSymlinks: true })
  play(recipe, copy)
}

function play({ title, steps }: Recipe, copy: string): void {
  const start = Date.now()
  for (const step of steps) {
    console.log(`${title}, ${step.heading}: ${step.kind}`)
    try {
      playStep(step, copy)
    } catch (error) {
      // The name of the step comes last, because the output of its command can be long.
      console.error(error instanceof Error ? error.message : error)
      console.error(`✗ ${title}, ${step.heading}`)
      process.exit(1)
    }
  }
  console.log(`✓ ${title} (${Math.round((Date.now() - start) / 1000)} s)`)
}
