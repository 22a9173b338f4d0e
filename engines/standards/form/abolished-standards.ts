/**
 * Standards that must not be cited any more, as data. The mark says how sure we are: B seen in a copy, C from memory.
 * GB/T 24421.1–.4-2009: m.bzxz.net, chinesestandards.org [B]; .2-2023 is in force since 2023-03-17.
 */
export const abolishedStandards: readonly {
  number: string
  /** `[1, 2, 3, 4]` for a standard in parts; the number alone then means all of them. */
  parts: readonly number[]
  year: string
  nextYear: string
  mark: 'B' | 'C'
}[] = [
  { number: 'GB/T 24421', parts: [1, 2, 3, 4], year: '2009', nextYear: '2023', mark: 'B' },
  { number: 'GB/T 13016', parts: [], year: '2009', nextYear: '2018', mark: 'C' },
  { number: 'GB/T 1.1', parts: [], year: '2009', nextYear: '2020', mark: 'C' },
]
