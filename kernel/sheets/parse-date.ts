const DATE = String.raw`(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))`
const TIME = String.raw`(\d{1,2})(?::(\d{2})(?::(\d{2}))?|[时点](?:(\d{1,2})分?)?)`
const DATE_AND_TIME = new RegExp(`^${DATE}(?:(?:T| *)${TIME})?$`)
// Days as Excel counts them, 1950-01-01 to 2100-12-31: a bare 2014 is a year somebody mistyped, not a day of 1905.
const SERIAL = { first: 18_264, last: 73_415 }
const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30)

type Parts = { day: string; time: string }

/** 'YYYY-MM-DD' from 2014-1-2, 2014/1/2, 2014.1.2, 2014年1月2日, 20140102 or an Excel day number; else undefined. */
export function parseDate(text: string): string | undefined {
  return parseParts(text)?.day
}

/**
 * 'YYYY-MM-DDTHH:mm:ss+08:00' from a date as {@link parseDate} takes, with 9:00, 09:00:00, 9时30分 or 9点. Clock times in
 * sheets are Chinese standard time. A date alone is its midnight. Undefined for what is no moment, such as 2014/13/45.
 */
export function parseDateTime(text: string): string | undefined {
  const parts = parseParts(text)
  return parts && `${parts.day}T${parts.time}+08:00`
}

function parseParts(text: string): Parts | undefined {
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text))
  const match = DATE_AND_TIME.exec(text)
  if (!match) return undefined
  const [, year, m1, d1, m2, d2, m3, d3, hour = '0', minute1, second = '0', minute2] = match
  const day = [year, pad(m1 ?? m2 ?? m3 ?? ''), pad(d1 ?? d2 ?? d3 ?? '')].join('-')
  const time = [hour, minute1 ?? minute2 ?? '0', second].map(pad).join(':')
  const moment = new Date(`${day}T${time}Z`)
  // A Date rolls 31 April over to 1 May, and takes 24:00: only what it says back unchanged was a real moment.
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${day}T${time}`)
  return isReal ? { day, time } : undefined
}

function fromSerial(serial: number): Parts | undefined {
  if (serial < SERIAL.first || serial >= SERIAL.last + 1) return undefined
  const iso = new Date(EXCEL_DAY_ZERO + Math.round(serial * 86_400) * 1000).toISOString()
  return { day: iso.slice(0, 10), time: iso.slice(11, 19) }
}

function pad(digits: string): string {
  return digits.padStart(2, '0')
}
