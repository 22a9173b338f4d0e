/** So many at once: a long export is read by the key too, where the planner would rather read the whole table. */
const atOnce = 1000

/**
 * Rows by their ids, in the order of the ids. A list finds its page among bare orders first and then reads what a row
 * shows, because joined to names beforehand, every order that passes the filters would be, and not only the page's.
 * @param read gives the rows of some ids, in any order; one that is gone meanwhile is left out
 */
export async function readInOrder<Row extends { id: string }>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const found: Row[] = []
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce)
    const byId = new Map((await read(some)).map((row) => [row.id, row]))
    for (const id of some) {
      const row = byId.get(id)
      if (row) found.push(row)
    }
  }
  return found
}
