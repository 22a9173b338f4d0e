/**
 * SQL for the id of the `n`-th copy of a row: the same every time, so that copies can refer to each other. It keeps the
 * time in its front, so that copies are written in the order of their keys like their originals.
 */
export function copyOf(id: string): string {
  return `(left(${id}::text, 24) || left(md5(${id}::text || ':' || n), 12))::uuid`
}
