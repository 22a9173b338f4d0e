import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { directory } from '../module.ts'
import { identityKinds } from '../words.ts'
import { AccountForm } from './account-form.tsx'
import { ClosingForm } from './closing-form.tsx'
import { messages } from './messages.ts'
import { ObjectHistory } from './object-history.tsx'
import { ChangePersonForm } from './person-form.tsx'
import { TransferForm } from './transfer-form.tsx'

type Person = OutputOf<typeof directory.actions.readPerson>
type Doing = 'change' | 'transfer' | 'leave' | 'account'

/** A person: who, where, since when, and what may be done. */
export function PersonView({ personId }: { personId: string }) {
  const t = useText(messages)
  const { allowed } = useSession()
  const [doing, setDoing] = useState<Doing | null>(null)
  const {
    data: person,
    error,
    refetch,
  } = useRead(directory.actions.readPerson, { personId }, { keep: false })
  if (error) return <Problem error={error} onRetry={refetch} />
  if (!person) return <Loading />
  const stop = () => setDoing(null)
  if (doing === 'change') return <ChangePersonForm person={person} onDone={stop} />
  if (doing === 'transfer') return <TransferForm personId={person.id} onDone={stop} />
  if (doing === 'account') return <AccountForm person={person} onDone={stop} />
  if (doing === 'leave')
    return (
      <ClosingForm
        action={directory.actions.leavePerson}
        inputOf={(values) => ({ ...values, personId: person.id })}
        note={t('leaveNote')}
        submit={t('leave')}
        success={t('leaveDone')}
        onDone={stop}
      />
    )
  return (
    <div className="hq-stack">
      <PersonFacts person={person} />
      {person.can.change ? (
        <div className="hq-row">
          <Button onClick={() => setDoing('change')}>{t('change')}</Button>
          <Button onClick={() => setDoing('transfer')}>{t('transfer')}</Button>
          {allowed('kernel.manage-accounts') ? (
            <Button onClick={() => setDoing('account')}>{t('openAccount')}</Button>
          ) : null}
          <Button danger onClick={() => setDoing('leave')}>
            {t('leave')}
          </Button>
        </div>
      ) : null}
      <Posts posts={person.posts} />
      <ObjectHistory objectId={person.id} />
    </div>
  )
}

function PersonFacts({ person }: { person: Person }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const facts = [
    {
      title: t('unit'),
      value: <LinkTo to={`/organisation/units/${person.unitId}`}>{person.unitName}</LinkTo>,
    },
    { title: t('title'), value: person.title },
    { title: t('staffNo'), value: person.staffNo },
    { title: t('identity'), value: localised(identityKinds[person.identityKind]) },
    { title: t('rank'), value: person.rank },
    {
      title: t('mobile'),
      value: person.mobile ? <a href={`tel:${person.mobile}`}>{person.mobile}</a> : null,
    },
    { title: t('office'), value: person.roomLabel },
    { title: t('skills'), value: person.skills.join('、') || null },
    { title: t('origin'), value: person.origin },
    { title: t('education'), value: person.education },
    { title: t('joined'), value: person.joinedOn ? format.day(person.joinedOn, 'plain') : null },
  ]
  return (
    <>
      {person.leftOn ? (
        <StateTag tone="ended" title={t('leftOn', { day: format.day(person.leftOn, 'plain') })} />
      ) : null}
      {person.keyPerson ? <StateTag tone="waiting" title={t('keyPerson')} /> : null}
      <Facts items={facts.filter(({ value }) => value !== null)} />
    </>
  )
}

function Posts({ posts }: { posts: Person['posts'] }) {
  const t = useText(messages)
  const format = useFormat()
  const spanOf = ({ fromDay, toDay }: Person['posts'][number]) => {
    const day = (value: string) => format.day(value, 'plain')
    if (fromDay && toDay) return t('span', { from: day(fromDay), to: day(toDay) })
    if (fromDay) return t('since', { from: day(fromDay) })
    return toDay ? t('until', { to: day(toDay) }) : t('always')
  }
  return (
    <Section title={t('posts')} look="plain">
      <ol className="directory-posts">
        {posts.map((post) => (
          <li key={post.id}>
            <div>
              {post.unitName}
              {post.title ? ` · ${post.title}` : ''}
              {post.main ? null : <span className="hq-faint"> {t('second')}</span>}
            </div>
            <div className="hq-faint">{spanOf(post)}</div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
