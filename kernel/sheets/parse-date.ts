const DAY = String.raw`(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})[日号]?|(\d{4})(\d{2})(\d{2})|(\d{2})\.(\d{1,2})\.(\d{1,2}))`
const WEEKDAY = String.raw`(?: ?\(?(?:星期|周)[一二三四五六日天]\)?)?`
const HALF = '(上午|早上|下午|晚上|AM|PM)?'
const CLOCK = String.raw`(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?|[时点](?:(\d{1,2})分?)?)`
const DATE_AND_TIME = new RegExp(
  `^${DAY}${WEEKDAY}(?:(?:T| *)${HALF} ?${CLOCK} ?${HALF}(?:\\+08:?00)?)?$`,
  'i',
)
// Days as Excel counts them, 1950-01-01 to 2100-12-31: a bare 2014 is a year somebody mistyped, not a day of 1905.
const SERIAL = { first: 18_264, last: 73_415 }
const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30)
/** Years of two digits from here on are of the last century, as spreadsheets read them. */
const LAST_CENTURY_FROM = 30

type Parts = { day: string; time: string }

/**
 * 'YYYY-MM-DD' from 2014-1-2, 2014/1/2, 2014.1.2, 2014年1月2日, 20140102, 14.1.2, 14年1月2日 or an Excel day number; else
 * undefined. 14/1/2 and 14-1-2 stay undefined: American and British spreadsheets mean other days by them.
 */
export function parseDate(text: string): string | undefined {
  return parseParts(text)?.day
}

/**
 * 'YYYY-MM-DDTHH:mm:ss+08:00' from a date as {@link parseDate} takes, with 9:00, 09:00:00, 9时30分, 9点 or 下午3:00. Clock
 * times in sheets are Chinese standard time. A date alone is its midnight. Undefined for what is no moment, such as
 * 2014/13/45.
 */
export function parseDateTime(text: string): string | undefined {
  const parts = parseParts(text)
  return parts && `${parts.day}T${parts.time}+08:00`
}

/** Full-width marks, dashes of all lengths, and spaces around them. */
function usualMarks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/.年月:时点]) ?| (?=[日号])/g, '$1')
}

function parseParts(given: string): Parts | undefined {
  const text = usualMarks(given)
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text))
  const match = DATE_AND_TIME.exec(text)
  if (!match) return undefined
  const [year = '', month = '', date = ''] = match.slice(1, 13).filter((part) => part !== undefined)
  const [before, hour = '0', minute1, second = '0', minute2, after] = match.slice(13)
  const day = [wholeYear(year), pad(month), pad(date)].join('-')
  const time = [hourOfDay(hour, before ?? after), minute1 ?? minute2 ?? '0', second].map(pad).join(':')
  const moment = new Date(`${day}T${time}Z`)
  // A Date rolls 31 April over to 1 May, and takes 24:00: only what it says back unchanged was a real moment.
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${day}T${time}`)
  return isReal ? { day, time } : undefined
}

function wholeYear(year: string): string {
  if (year.length === 4) return year
  return `${Number(year) < LAST_CENTURY_FROM ? 20 : 19}${year}`
}

function hourOfDay(hour: string, half: string | undefined): string {
  if (half === undefined || Number(hour) > 12) return hour
  const isLate = /下午|晚上|PM/i.test(half)
  return String((Number(hour) % 12) + (isLate ? 12 : 0))
}

function fromSerial(serial: number): Parts | undefined {
  if (serial < SERIAL.first || serial >= SERIAL.last + 1) return undefined
  const iso = new Date(EXCEL_DAY_ZERO + Math.round(serial * 86_400) * 1000).toISOString()
  return { day: iso.slice(0, 10), time: iso.slice(11, 19) }
}

function pad(digits: string): string {
  return digits.padStart(2, '0')
}
