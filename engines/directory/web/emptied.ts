/** Values of a form as the server takes them: an emptied field means that it is no longer known. */
export function emptied<V extends object>(values: V): V {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value === '' || value === undefined ? null : value]),
  ) as V
}
