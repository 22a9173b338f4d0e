/**
 * What Chromium 86 (麒麟/统信 desktops) lacks of the language's library and our parts use. Syntax is lowered by the
 * build; these few functions are not.
 */
function lacking(home: object, name: string, value: unknown): void {
  if (!(name in home)) Object.defineProperty(home, name, { value, configurable: true, writable: true })
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  return this[index < 0 ? this.length + index : index]
}

function findLast<T>(this: T[], test: (value: T) => boolean): T | undefined {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    if (test(this[index]!)) return this[index]
  }
  return undefined
}

for (const home of [Array.prototype, String.prototype]) lacking(home, 'at', at)
lacking(Array.prototype, 'findLast', findLast)
lacking(Array.prototype, 'toSorted', function <T>(this: T[], compare?: (a: T, b: T) => number): T[] {
  return [...this].sort(compare)
})
lacking(Object, 'hasOwn', (value: object, name: PropertyKey) => Object.hasOwn(value, name))
lacking(globalThis, 'structuredClone', (value: unknown): unknown => JSON.parse(JSON.stringify(value)))
