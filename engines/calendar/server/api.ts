/** What others may ask of the work calendar; the arithmetic itself is in the pure files beside this folder. */
export { ensureCalendar } from './ensure-calendar.ts'
export { loadCalendar } from './load-calendar.ts'
