/** SQL for the id of the `n`-th copy of a row; the same every time, so that copies can refer to each other. */
export function copyOf(id: string): string {
  return `md5(${id}::text || ':' || n)::uuid`
}
