import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { accountProblems } from './account-words.ts'
import { acquisitionProblems } from './acquisition-words.ts'
import { dispatchProblems } from './dispatch-words.ts'
import { driverProblems } from './driver-words.ts'
import { insuranceProblems } from './insurance-words.ts'
import { opinionProblems } from './opinion-words.ts'
import { registerProblems } from './register-words.ts'
import { rentalProblems } from './rental-words.ts'
import { requestProblems } from './request-words.ts'
import { tripProblems } from './trip-words.ts'

/** The words of the refusals, part by part. */
export const fleetProblems: ProblemTexts = {
  ...registerProblems,
  ...driverProblems,
  ...acquisitionProblems,
  ...insuranceProblems,
  ...requestProblems,
  ...dispatchProblems,
  ...tripProblems,
  ...accountProblems,
  ...opinionProblems,
  ...rentalProblems,
}
