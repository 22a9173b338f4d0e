/** 会议承接 → 会场准备 → 会中服务 → 会后备场: the steps of the meeting standard HQ/HY-001. */
export const meetingSteps = ['TAKE_ON', 'SET_UP', 'IN_SESSION', 'RESET'] as const
export type MeetingStep = (typeof meetingSteps)[number]

/** The kinds of work a meeting is split into: one person in charge each. */
export const meetingTasks = [
  'TAKE_ON',
  'SET_UP',
  'ROSTRUM',
  'NAME_PLATES',
  'AV_TEST',
  'TEA',
  'LOUNGE',
  'PARKING',
  'LIFT',
  'IN_SESSION',
  'CLEANING',
  'RESET',
] as const
export type MeetingTask = (typeof meetingTasks)[number]

/**
 * Which clause of HQ/HY-001 belongs to which step and which task, in the order of the standard: what the service that
 * carries out meetings asks `checklistFor` for. Later versions keep the codes.
 */
export const meetingClauses: readonly { code: string; step: MeetingStep; task: MeetingTask }[] = [
  { code: 'HY-01', step: 'TAKE_ON', task: 'TAKE_ON' },
  { code: 'HY-02', step: 'TAKE_ON', task: 'TAKE_ON' },
  { code: 'HY-03', step: 'TAKE_ON', task: 'TAKE_ON' },
  { code: 'HY-04', step: 'TAKE_ON', task: 'TAKE_ON' },
  { code: 'HY-05', step: 'SET_UP', task: 'SET_UP' },
  { code: 'HY-06', step: 'SET_UP', task: 'ROSTRUM' },
  { code: 'HY-07', step: 'SET_UP', task: 'NAME_PLATES' },
  { code: 'HY-08', step: 'SET_UP', task: 'AV_TEST' },
  { code: 'HY-09', step: 'SET_UP', task: 'TEA' },
  { code: 'HY-10', step: 'SET_UP', task: 'LOUNGE' },
  { code: 'HY-11', step: 'SET_UP', task: 'SET_UP' },
  { code: 'HY-12', step: 'SET_UP', task: 'CLEANING' },
  { code: 'HY-13', step: 'SET_UP', task: 'SET_UP' },
  { code: 'HY-14', step: 'IN_SESSION', task: 'IN_SESSION' },
  { code: 'HY-15', step: 'IN_SESSION', task: 'TEA' },
  { code: 'HY-16', step: 'IN_SESSION', task: 'IN_SESSION' },
  { code: 'HY-17', step: 'IN_SESSION', task: 'IN_SESSION' },
  { code: 'HY-18', step: 'IN_SESSION', task: 'IN_SESSION' },
  { code: 'HY-19', step: 'RESET', task: 'RESET' },
  { code: 'HY-20', step: 'RESET', task: 'RESET' },
  { code: 'HY-21', step: 'RESET', task: 'CLEANING' },
  { code: 'HY-22', step: 'RESET', task: 'RESET' },
  { code: 'HY-23', step: 'RESET', task: 'RESET' },
  { code: 'HY-24', step: 'SET_UP', task: 'PARKING' },
  { code: 'HY-25', step: 'SET_UP', task: 'LIFT' },
]

/** The clause codes of a step, of a task, or of both; in the order of the standard. */
export function meetingClausesOf(wanted: { step?: MeetingStep; task?: MeetingTask }): string[] {
  return meetingClauses
    .filter(({ step, task }) => (wanted.step ?? step) === step && (wanted.task ?? task) === task)
    .map(({ code }) => code)
}
