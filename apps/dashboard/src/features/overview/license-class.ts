import type { Repo } from '@repo/github'

/** What a license demands: of standard ones by their SPDX identifier; `custom` is any other text. */
export type LicenseClass = 'permissive' | 'copyleft' | 'custom' | 'none' | 'unknown'

// The licenses that GitHub detects (https://docs.github.com/en/rest/licenses).
const PERMISSIVE = new Set([
  ...['0BSD', 'AFL-3.0', 'Apache-2.0', 'Artistic-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause'],
  ...['BSD-2-Clause-Patent', 'BSD-3-Clause', 'BSD-3-Clause-Clear', 'BSD-4-Clause', 'BSL-1.0'],
  ...['CC-BY-4.0', 'CC0-1.0', 'CERN-OHL-P-2.0', 'ECL-2.0', 'ISC', 'MIT', 'MIT-0', 'MulanPSL-2.0'],
  ...['NCSA', 'PostgreSQL', 'Unlicense', 'UPL-1.0', 'WTFPL', 'Zlib'],
])
const COPYLEFT =
  /^(?:AGPL|CC-BY-SA|CECILL|CERN-OHL-[SW]|EPL|EUPL|GFDL|GPL|LGPL|LPPL|MPL|MS-PL|MS-RL|ODbL|OFL|OSL|Vim)(?:-|$)/

/** Classifies the license of a repository; an identifier that is in no class is `custom`. */
export function classifyLicense(license: Repo['license']): LicenseClass {
  if (license === null) return 'none'
  const { spdxId, name } = license
  if (spdxId === null) return name === null ? 'unknown' : 'custom'
  if (PERMISSIVE.has(spdxId)) return 'permissive'
  return COPYLEFT.test(spdxId) ? 'copyleft' : 'custom'
}
