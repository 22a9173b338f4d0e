const shift = 8 * 3_600_000
const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 2026年11月22日（星期日）9:00—11:00, as prints have it; the second day in full where it is another one. */
export function sayMeetingTime(from: string | Date, to: string | Date): string {
  const [begins, ends] = [local(from), local(to)]
  return begins.day === ends.day
    ? `${begins.day}${begins.clock}—${ends.clock}`
    : `${begins.day}${begins.clock}—${ends.day}${ends.clock}`
}

/** China keeps UTC+8 the whole year. */
function local(moment: string | Date) {
  const at = new Date(new Date(moment).getTime() + shift)
  const clock = `${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}`
  const day = `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`
  return { day: `${day}（星期${weekdays[at.getUTCDay()]}）`, clock }
}
