import { answerPool } from './answer-pool.ts'
import { askPool } from './ask-pool.ts'
import { cancelRequest } from './cancel-request.ts'
import { changeRequest } from './change-request.ts'
import { divertRequest } from './divert-request.ts'
import { exportRequests, listRequests } from './list-requests.ts'
import { rateRequest } from './rate-request.ts'
import { readRequestDefaults } from './read-defaults.ts'
import { readOffers } from './read-offers.ts'
import { readRequest } from './read-request.ts'
import { remindRequest } from './remind-request.ts'
import { resubmitRequest } from './resubmit-request.ts'
import { changeShuttleLine, closeShuttleLine, createShuttleLine, listShuttleLines } from './shuttle-lines.ts'
import { submitRequest } from './submit-request.ts'
import { withdrawRequest } from './withdraw-request.ts'

export { requestMetricHandlers } from './measure-requests.ts'

/** The handlers of `actions/request-actions.ts`. */
export const requestHandlers = {
  listRequests,
  exportRequests,
  readRequest,
  readRequestDefaults,
  readOffers,
  submitRequest,
  changeRequest,
  resubmitRequest,
  withdrawRequest,
  cancelRequest,
  divertRequest,
  remindRequest,
  rateRequest,
  askPool,
  answerPool,
  listShuttleLines,
  createShuttleLine,
  changeShuttleLine,
  closeShuttleLine,
} as const
