/** What others may ask of the meetings. */
export { meetingsContribution } from './summarise-meetings.ts'
