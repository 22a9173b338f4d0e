/** What others may ask of the vehicles: what can be approved, what can be complained about, and what the summary says. */
export { acquisitionSubject } from './acquisitions/acquisition-approval.ts'
export { requestSubject } from './requests/approval/subject.ts'
export { rideMatter } from './requests/ride-matter.ts'
export { fleetContribution } from './summarise-fleet.ts'
