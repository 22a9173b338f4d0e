import type { OutputOf } from '#kernel/contract/action.ts'
import type { StateTone } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'
import type { health } from '../module.ts'
import './health.css'

export type Health = OutputOf<typeof health.actions.readHealth>

const looks: Record<Health['signs'][number]['state'], { tone: StateTone; title: ReturnType<typeof text> }> = {
  good: { tone: 'good', title: text('正常', 'Good') },
  warn: { tone: 'waiting', title: text('要看一下', 'Look') },
  bad: { tone: 'bad', title: text('要处理', 'Act') },
}

/** One sentence a sign; those that want a deed stand first. */
export function SignList({ signs }: { signs: Health['signs'] }) {
  const localised = useLocalised()
  return (
    <ul className="hq-signs">
      {signs.map(({ id, title, state, words, href }) => (
        <li key={id}>
          <StateTag {...looks[state]} />
          <span>
            <strong>{href ? <LinkTo to={href}>{localised(title)}</LinkTo> : localised(title)}</strong>
            <span>{localised(words)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
