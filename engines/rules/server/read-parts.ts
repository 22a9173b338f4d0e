/** `['level=CITY']` of an address as `{ level: 'CITY' }`. */
export function keyOfParts(parts: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  )
}

/** The same with numbers; what is none is left out, so that a formula says that it is missing. */
export function operandsOfParts(parts: readonly string[] = []): Record<string, number> {
  const numbers = Object.entries(keyOfParts(parts)).map(([name, value]) => [name, Number(value)] as const)
  return Object.fromEntries(numbers.filter(([, value]) => Number.isFinite(value)))
}
