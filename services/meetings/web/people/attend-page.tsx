import { CheckCircleFilled } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type FormEvent, useDeferredValue, useEffect, useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { setLocale, useLocale } from '#kernel/web/locale.ts'
import { Mark } from '#kernel/web/mark.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { fewestLetters, marks } from '../../attendance-words.ts'
import { meetings } from '../../module.ts'
import './people.css'

const messages = defineMessages({
  title: text('会议签到', 'Sign in'),
  private: text('会议', 'Meeting'),
  signed: text('已签到 {signed}/{listed}', '{signed} of {listed} signed in'),
  early: text('{time} 开始签到', 'Sign-in opens at {time}'),
  over: text('会议已结束，签到关闭', 'The meeting is over; sign-in is closed'),
  find: text('输入姓名或拼音首字母', 'Type your name or its initials'),
  hint: text('例如：张三 输入 zs', 'For example zs for 张三'),
  none: text('没有找到，请核对，或找会务人员。', 'Nobody found; check it, or ask the attendants.'),
  more: text('还有更多，请再输几个字母。', 'There are more; type a few more letters.'),
  already: text('已签到', 'Signed in'),
  instead: text('代会', 'Stand in'),
  insteadOf: text('代 {name} 参会，您是：', 'In place of {name}; you are:'),
  name: text('您的姓名', 'Your name'),
  unit: text('您的单位', 'Your unit'),
  sign: text('签到', 'Sign in'),
  back: text('返回', 'Back'),
  welcome: text('签到成功', 'Signed in'),
  before: text('您在 {time} 已签到', 'You signed in at {time}'),
  next: text('下一位', 'Next'),
  other: text('English', '中文'),
})

type Found = OutputOf<typeof meetings.actions.searchDoor>['items'][number]
type Signed = OutputOf<typeof meetings.actions.signIn>

/** After so long a tablet at the door is ready for the next person. */
const readyAgain = 4000

/** The door of a meeting: find one's name, tap it. The same on a tablet there and on one's own phone. */
export default function AttendPage() {
  const t = useText(messages)
  const format = useFormat()
  const locale = useLocale()
  const code = useParam('code')
  const door = useRead(meetings.actions.readDoor, { code }, { refetchEvery: 15_000 })
  const title = door.data ? (door.data.title ?? t('private')) : t('title')
  useEffect(() => {
    document.title = `${t('title')} · ${title}`
  }, [t, title])
  return (
    <main className="attend">
      <header className="attend-head">
        <span className="hq-row">
          <Mark />
          <span>{door.data?.bureauName}</span>
        </span>
        <Button type="text" onClick={() => void setLocale(locale === 'en' ? 'zh-CN' : 'en')}>
          {t('other')}
        </Button>
      </header>
      {door.data ? (
        <div>
          <h1>{title}</h1>
          <p className="hq-soft">
            {door.data.room} · {format.when(door.data.from)}—{format.time(door.data.to)} ·{' '}
            {t('signed', { signed: door.data.signed, listed: door.data.listed })}
          </p>
        </div>
      ) : door.error ? null : (
        <Loading />
      )}
      {door.error ? <Problem error={door.error} onRetry={() => void door.refetch()} /> : null}
      {door.data?.state === 'EARLY' ? (
        <p role="status">{t('early', { time: format.when(door.data.opensAt) })}</p>
      ) : null}
      {door.data?.state === 'OVER' ? <p role="status">{t('over')}</p> : null}
      {door.data?.state === 'OPEN' ? <Finder code={code} /> : null}
    </main>
  )
}

function Finder({ code }: { code: string }) {
  const t = useText(messages)
  const [words, setWords] = useState('')
  const [instead, setInstead] = useState<Found>()
  const [signed, setSigned] = useState<Signed>()
  const typed = useDeferredValue(words.trim())
  const enough = [...typed].length >= fewestLetters
  const found = useRead(meetings.actions.searchDoor, { code, search: typed }, { enabled: enough })
  const sign = useWrite(meetings.actions.signIn, {
    quiet: true,
    invalidates: ['/public/attend'],
    onDone: (answer) => {
      setSigned(answer)
      setInstead(undefined)
      setWords('')
    },
  })
  if (signed) return <SignedIn signed={signed} onNext={() => setSigned(undefined)} />
  if (instead)
    return (
      <Substitute
        person={instead}
        busy={sign.isPending}
        error={sign.error}
        onBack={() => setInstead(undefined)}
        onSign={(substitute) => sign.mutate({ code, participantId: instead.id, substitute })}
      />
    )
  return (
    <div className="attend-find">
      <Input
        aria-label={t('find')}
        placeholder={t('find')}
        autoFocus
        allowClear
        autoComplete="off"
        autoCapitalize="none"
        maxLength={30}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {enough ? null : <p className="hq-faint">{t('hint')}</p>}
      {sign.error ? <Problem error={sign.error} /> : null}
      {enough && found.error ? <Problem error={found.error} /> : null}
      {enough && found.data ? (
        <>
          <ul className="attend-names">
            {found.data.items.map((one) => (
              <li key={one.id} className="attend-one">
                <button
                  type="button"
                  disabled={one.signed || sign.isPending}
                  onClick={() => sign.mutate({ code, participantId: one.id })}
                >
                  <strong>{one.name}</strong>
                  <span className="hq-soft">
                    {one.unit}
                    {one.signed ? ` · ${t('already')}` : ''}
                  </span>
                </button>
                {one.signed ? null : (
                  <Button type="text" onClick={() => setInstead(one)}>
                    {t('instead')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {found.data.items.length === 0 ? <p role="status">{t('none')}</p> : null}
          {found.data.more ? <p className="hq-faint">{t('more')}</p> : null}
        </>
      ) : null}
    </div>
  )
}

interface SubstituteProps {
  person: Found
  busy: boolean
  error: Error | null
  onBack: () => void
  onSign: (substitute: { name: string; unit: string }) => void
}

function Substitute({ person, busy, error, onBack, onSign }: SubstituteProps) {
  const t = useText(messages)
  const [name, setName] = useState('')
  const [unit, setUnit] = useState(person.unit)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onSign({ name: name.trim(), unit: unit.trim() })
  }
  return (
    <form className="attend-find" onSubmit={submit}>
      <p>{t('insteadOf', { name: person.name })}</p>
      <Input
        aria-label={t('name')}
        placeholder={t('name')}
        autoFocus
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Input
        aria-label={t('unit')}
        placeholder={t('unit')}
        maxLength={100}
        value={unit}
        onChange={({ target }) => setUnit(target.value)}
      />
      {error ? <Problem error={error} /> : null}
      <span className="hq-row">
        <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={!name.trim()}>
          {t('sign')}
        </Button>
        <Button size="large" onClick={onBack}>
          {t('back')}
        </Button>
      </span>
    </form>
  )
}

function SignedIn({ signed, onNext }: { signed: Signed; onNext: () => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  useEffect(() => {
    const timer = setTimeout(onNext, readyAgain)
    return () => clearTimeout(timer)
  }, [onNext])
  return (
    <div className="attend-done" role="status" data-late={signed.mark === 'LATE' ? '' : undefined}>
      <CheckCircleFilled className="attend-tick" aria-hidden="true" />
      <strong>{signed.name}</strong>
      <span className="hq-soft">{signed.unit}</span>
      <span>
        {signed.again
          ? t('before', { time: format.time(signed.at) })
          : `${t('welcome')} · ${say(marks[signed.mark])} ${format.time(signed.at)}`}
      </span>
      <Button size="large" onClick={onNext}>
        {t('next')}
      </Button>
    </div>
  )
}
