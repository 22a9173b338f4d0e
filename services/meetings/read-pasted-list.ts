export interface PastedPerson {
  name: string
  unit: string
  rank: string | null
}

export interface PastedList {
  people: PastedPerson[]
  /** Lines without a name, as they stand. */
  unread: { line: number; words: string }[]
}

type Part = keyof PastedPerson
const headings: Record<string, Part> = {
  姓名: 'name',
  参会人: 'name',
  参会人员: 'name',
  name: 'name',
  单位: 'unit',
  工作单位: 'unit',
  部门: 'unit',
  unit: 'unit',
  职级: 'rank',
  级别: 'rank',
  rank: 'rank',
}
const usual: (Part | null)[] = ['name', 'unit', 'rank']
const shown = 200

/**
 * Reads a list of people as it stands in a message or a sheet: name, unit, rank a line, by tab, comma or blank; numbered
 * or not; with a heading or not. Without one, a first word that is a unit (of `units`) is taken as the unit.
 */
export function readPastedList(list: string, units: ReadonlySet<string>): PastedList {
  let order = usual
  const read: PastedList = { people: [], unread: [] }
  for (const [index, raw] of list.split(/\r\n|\r|\n/).entries()) {
    const cells = cellsOf(raw)
    if (cells.every((cell) => cell === '')) continue
    const heading = headingOf(cells)
    if (heading) {
      order = heading
      continue
    }
    const person = personOf(cells, order, units)
    if (person) read.people.push(person)
    else read.unread.push({ line: index + 1, words: raw.trim().slice(0, shown) })
  }
  return read
}

function cellsOf(raw: string): string[] {
  // An empty first cell counts: tabs stay.
  const line = raw.replaceAll(/^[ \u3000]+|[ \u3000]+$/g, '')
  // A name may hold a blank (John Smith) where another mark parts the cells.
  const mark = line.includes('\t') ? /\t/ : /[,，;；|]/.test(line) ? /[,，;；|]/ : /\s+/
  return line.split(mark).map((cell) => cell.trim())
}

const number = /^[(（]?\d{1,4}\s*[)）.．、:：]?\s*/

/** Without the number before it, in a cell of its own or at the name. */
function unnumbered(cells: readonly string[]): string[] {
  const [first = '', ...rest] = cells
  const left = first.replace(number, '')
  return left === '' && first !== '' ? rest : [left, ...rest]
}

function headingOf(cells: readonly string[]): (Part | null)[] | null {
  const order = cells.map((cell) => headings[cell.replaceAll(/\s/g, '').toLowerCase()] ?? null)
  return order.includes('name') ? order : null
}

function personOf(
  given: readonly string[],
  order: readonly (Part | null)[],
  units: ReadonlySet<string>,
): PastedPerson | null {
  const cells = order === usual ? unnumbered(given) : given
  const turned = order === usual && units.has(cells[0] ?? '') && cells.length > 1
  const wanted = turned ? ['unit', 'name', 'rank'] : order
  const of = (part: Part) => cells[wanted.indexOf(part)] ?? ''
  // 张 三 is written apart to stand even with three characters.
  const name = of('name')
    .replace(number, '')
    .replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
  if (!/\p{L}/u.test(name) || name.length > 60) return null
  return { name, unit: of('unit').slice(0, 100), rank: of('rank').slice(0, 60) || null }
}
