import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { Facts } from '#ui/section.tsx'
import type { catalogue } from '../module.ts'
import { type ItemVersion, serviceClasses } from '../schema.ts'
import { words } from '../words.ts'
import { messages } from './messages.ts'
import { PledgeLines } from './pledge-lines.tsx'

type Handbook = OutputOf<typeof catalogue.actions.readHandbook>

/** An edition as it is printed: items by class, each with content, grade, charge, parties and pledge. */
export function HandbookText({ handbook }: { handbook: Handbook }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  return (
    <div className="hq-section hq-section-card ctg-print">
      <header className="ctg-print-title">
        <p className="hq-soft">{handbook.bureauName}</p>
        <h2>{localised(handbook.title)}</h2>
        <p className="hq-faint">
          {t('edition', { n: handbook.edition })} ·{' '}
          {t('compiledAt', { name: handbook.compiledBy, day: format.day(handbook.compiledAt, 'plain') })}
        </p>
      </header>
      {handbook.foreword
        .split('\n')
        .filter(Boolean)
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      {serviceClasses.map((one) => {
        const items = handbook.items.filter(({ serviceClass }) => serviceClass === one)
        return items.length === 0 ? null : (
          <section key={one}>
            <h2>{t('services', { name: localised(words.serviceClass[one]) })}</h2>
            {items.map((item) => (
              <HandbookItem key={item.id} item={item} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function HandbookItem({ item }: { item: ItemVersion }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <article className="ctg-print-item hq-stack-tight">
      <h3>{localised(item.name)}</h3>
      <p>{localised(item.content)}</p>
      <Facts
        items={[
          { title: t('grade'), value: localised(item.grade), wide: true },
          { title: t('charge'), value: localised(item.charge), wide: true },
          { title: t('managing'), value: item.managingUnit.name },
          { title: t('provider'), value: item.providerUnit.name },
          { title: t('delivery'), value: localised(words.delivery[item.delivery]) },
        ]}
      />
      <PledgeLines pledges={item.pledges} />
    </article>
  )
}
