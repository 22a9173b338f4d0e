/** What other rooms may use of the keeping of personal data. */
export { joinPersonal } from './join-personal.ts'
