/** What others may ask of the meetings. */
export { invitedTo } from './invitations/invited-to.ts'
export { meetingsContribution } from './summarise-meetings.ts'
