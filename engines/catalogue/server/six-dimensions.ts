import type { Dimension } from '../schema.ts'

const dimension = (code: string, names: [string, string], hints: [string, string]): Dimension => ({
  code,
  name: { zh: names[0], en: names[1] },
  hint: { zh: hints[0], en: hints[1] },
})

/** The six phrases of the service creed as what people score, one to five each. */
export const sixDimensions: readonly Dimension[] = [
  dimension(
    'proactive',
    ['主动超前', 'Proactive'],
    ['主动联系，想在前面', 'Got in touch first and thought ahead'],
  ),
  dimension('prompt', ['快捷迅速', 'Prompt'], ['来得快，办得快', 'Came quickly, done quickly']),
  dimension('warm', ['热情用心', 'Warm'], ['态度热情，替人着想', 'Friendly and considerate']),
  dimension('skilled', ['娴熟精确', 'Skilled'], ['技术熟练，一次修好', 'Skilled, right at the first time']),
  dimension('orderly', ['规范到位', 'To the standard'], ['按规程操作，收拾干净', 'By the rules, left clean']),
  dimension(
    'responsible',
    ['责任始终', 'Responsible'],
    ['有始有终，有问必答', 'From beginning to end, answered every question'],
  ),
]
