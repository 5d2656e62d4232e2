/** Common languages, suggested for the filter; any other one is allowed too. */
export const languages = [
  ...['C', 'C#', 'C++', 'CSS', 'Dart', 'Elixir', 'Go', 'Haskell', 'HTML', 'Java', 'JavaScript'],
  ...['Kotlin', 'Lua', 'PHP', 'Python', 'R', 'Ruby', 'Rust', 'Scala', 'Shell', 'Swift'],
  ...['TypeScript', 'Vue', 'Zig'],
]
