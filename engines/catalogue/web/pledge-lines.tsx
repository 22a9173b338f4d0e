import { useLocalised, useText } from '#kernel/web/messages.ts'
import type { Pledge } from '../schema.ts'
import { pledgeSpan, words } from '../words.ts'
import { messages } from './messages.ts'

/** The promise of an item in one line for each urgency. */
export function PledgeLines({ pledges }: { pledges: readonly Pledge[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <div className="ctg-pledge">
      {pledges.map((pledge) => (
        <PledgeLine
          key={pledge.urgency}
          pledge={pledge}
          respond={t('respond')}
          finish={t('finish')}
          say={localised}
        />
      ))}
    </div>
  )
}

function PledgeLine(props: {
  pledge: Pledge
  respond: string
  finish: string
  say: ReturnType<typeof useLocalised>
}) {
  const { pledge, respond, finish, say } = props
  return (
    <>
      <span>{say(words.urgency[pledge.urgency])}</span>
      <span>
        <b>{respond}</b> {say(pledgeSpan(pledge.respondMinutes, pledge.calendar))}
      </span>
      <span>
        <b>{finish}</b> {say(pledgeSpan(pledge.finishMinutes, pledge.calendar))}
      </span>
    </>
  )
}
