/** `23 MB`, `1.4 GB`; units that people read on their disks. */
export function saySize(bytes: number): string {
  const megabytes = bytes / 1024 ** 2
  if (megabytes < 1024) return `${Math.max(1, Math.round(megabytes))}\u00a0MB`
  return `${(megabytes / 1024).toFixed(1)}\u00a0GB`
}
