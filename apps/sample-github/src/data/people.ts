import type { Account } from './account.ts'
import { between, draw, hash, type NonEmpty, pick } from './random.ts'

type Name = readonly [display: string, plain: string]

const firstNames: NonEmpty<Name> = [
  ['Mira', 'mira'],
  ['Tomasz', 'tomasz'],
  ['Zoë', 'zoe'],
  ['Ikram', 'ikram'],
  ['Jonas', 'jonas'],
  ['Amara', 'amara'],
  ['Søren', 'soren'],
  ['Priya', 'priya'],
  ['Mateo', 'mateo'],
  ['Yuki', 'yuki'],
  ['Noor', 'noor'],
  ['Élodie', 'elodie'],
  ['Kwame', 'kwame'],
  ['Ingrid', 'ingrid'],
  ['Davit', 'davit'],
  ['Lucía', 'lucia'],
  ['Hana', 'hana'],
  ['Oluwaseun', 'oluwaseun'],
  ['Petra', 'petra'],
  ['Rafael', 'rafael'],
  ['Saoirse', 'saoirse'],
  ['Emeka', 'emeka'],
  ['Linh', 'linh'],
  ['Bartosz', 'bartosz'],
  ['Aisha', 'aisha'],
  ['Gustav', 'gustav'],
  ['Nilufar', 'nilufar'],
  ['Marek', 'marek'],
  ['Chiara', 'chiara'],
  ['Dmitri', 'dmitri'],
  ['Wanjiru', 'wanjiru'],
  ['Anselm', 'anselm'],
  ['Freya', 'freya'],
  ['Hiroshi', 'hiroshi'],
  ['Camille', 'camille'],
  ['Tariq', 'tariq'],
  ['Sanna', 'sanna'],
  ['Ewan', 'ewan'],
  ['Ximena', 'ximena'],
  ['Bjarne', 'bjarne'],
]

const lastNames: NonEmpty<Name> = [
  ['Okafor', 'okafor'],
  ['Lindqvist', 'lindqvist'],
  ['Nakamura', 'nakamura'],
  ['Brânză', 'branza'],
  ['Castellanos', 'castellanos'],
  ['van der Meer', 'vandermeer'],
  ['Haddad', 'haddad'],
  ['Kowalczyk', 'kowalczyk'],
  ['Oyelaran', 'oyelaran'],
  ['Fjeldstad', 'fjeldstad'],
  ['Ramanathan', 'ramanathan'],
  ['Duchêne', 'duchene'],
  ['Mwangi', 'mwangi'],
  ['Petrosyan', 'petrosyan'],
  ['Aguilar', 'aguilar'],
  ['Szabó', 'szabo'],
  ['Thorne', 'thorne'],
  ['Vuković', 'vukovic'],
  ['Nguyen', 'nguyen'],
  ['Abernathy', 'abernathy'],
  ['Ferrante', 'ferrante'],
  ['Ishikawa', 'ishikawa'],
  ['Bergström', 'bergstrom'],
  ['Adeyemi', 'adeyemi'],
  ['Rosenthal', 'rosenthal'],
  ['Quispe', 'quispe'],
  ['Halvorsen', 'halvorsen'],
  ['Chandrasekhar', 'chandrasekhar'],
  ['Moreau', 'moreau'],
  ['Tanaka', 'tanaka'],
  ['Wójcik', 'wojcik'],
  ['Barros', 'barros'],
  ['Eriksen', 'eriksen'],
  ['Gupta', 'gupta'],
  ['Novák', 'novak'],
  ['Osei', 'osei'],
  ['Marchetti', 'marchetti'],
  ['Yılmaz', 'yilmaz'],
  ['Kaplan', 'kaplan'],
]

const places: NonEmpty<string> = [
  'Gothenburg',
  'Lagos',
  'Kraków',
  'Nairobi',
  'Lisbon',
  'Osaka',
  'Montréal',
  'Pune',
  'Tbilisi',
  'Valparaíso',
  'Leipzig',
  'Hanoi',
]

const bios: NonEmpty<string> = [
  'I make builds boring.',
  'Maintainer by accident, gardener on purpose.',
  'Databases, trains and sourdough.',
  'Writes tests first, questions later.',
  'Accessibility, typography, long walks.',
  'Ships on Tuesdays.',
]

const companies: NonEmpty<string> = [
  '@acme',
  'Harbor Analytics',
  'Tidewater Systems',
  'Freelance',
  'Polar Mapping Office',
]

export const poolSize = 480

function personAt(index: number): Account {
  const first = firstNames[index % firstNames.length] ?? firstNames[0]
  const round = Math.floor(index / firstNames.length)
  const last = lastNames[(index * 7 + round * 11) % lastNames.length] ?? lastNames[0]
  const login = loginFrom(first[1], last[1], index)
  const seed = hash(login)
  return {
    login,
    id: 20_000 + index,
    kind: 'User',
    name: `${first[0]} ${last[0]}`,
    bio: draw(seed, 'bio') < 0.7 ? pick(bios, draw(seed, 'which bio')) : null,
    company: draw(seed, 'company') < 0.4 ? pick(companies, draw(seed, 'which company')) : null,
    location: draw(seed, 'place') < 0.7 ? pick(places, draw(seed, 'which place')) : null,
    blog: draw(seed, 'blog') < 0.3 ? `https://${login}.example` : null,
    createdDaysAgo: between(400, 4200, draw(seed, 'age')),
    followers: Math.floor(4 ** (draw(seed, 'followers') * 5.5)),
    following: between(0, 140, draw(seed, 'following')),
  }
}

function loginFrom(first: string, last: string, index: number): string {
  switch (index % 3) {
    case 0:
      return `${first}-${last}`
    case 1:
      return `${first}${last}`
    default:
      return `${last}-${first}`
  }
}

export const people = Array.from({ length: poolSize }, (_, index) => personAt(index))

/** Maps any whole number to a person; numbers less than `poolSize` apart map to different people. */
export function person(index: number): Account {
  return people[index % poolSize] ?? personAt(0)
}

function bot(id: number, name: string, bio: string): Account {
  return {
    login: `${name}[bot]`,
    id,
    kind: 'Bot',
    name,
    bio,
    company: null,
    location: null,
    blog: null,
    createdDaysAgo: 2_000,
    followers: 0,
    following: 0,
  }
}

export const dependencyBot = bot(901, 'tidy-deps', 'Keeps dependencies tidy.')
export const releaseBot = bot(902, 'shipyard', 'Cuts releases.')
export const bots = [dependencyBot, releaseBot]
