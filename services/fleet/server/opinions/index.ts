import { adoptOpinion, answerOpinion, withdrawOpinion } from './answer-opinion.ts'
import { giveOpinion } from './give-opinion.ts'
import { exportOpinions, listOpinions, readOpinion } from './list-opinions.ts'

export { opinionMetricHandlers } from './measure-opinions.ts'

/** The handlers of `actions/opinion-actions.ts`. */
export const opinionHandlers = {
  listOpinions,
  exportOpinions,
  readOpinion,
  giveOpinion,
  answerOpinion,
  adoptOpinion,
  withdrawOpinion,
} as const
