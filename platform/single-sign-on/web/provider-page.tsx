import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo, useParam } from '#kernel/web/navigate.ts'
import { type RowOf, useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, LongName, Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { singleSignOn } from '../module.ts'
import { type Provider, ProviderForm } from './provider-form.tsx'
import { ProviderState } from './providers-page.tsx'

const messages = defineMessages({
  list: text('单点登录', 'Single sign-on'),
  issuer: text('认证地址', 'Issuer'),
  clientId: text('客户端标识', 'Client ID'),
  state: text('状态', 'State'),
  claim: text('对应账号的属性', 'Claim'),
  secondFactor: text('第二重验证', 'Second factor'),
  theirs: text('由统一认证负责', 'Checked by the provider'),
  ours: text('需要的账号用密码登录', 'Accounts that need one use the password'),
  change: text('修改', 'Change'),
  test: text('试连', 'Try'),
  remove: text('移除', 'Remove'),
  removed: text('已移除', 'Removed'),
  removeSure: text(
    '移除“{title}”？用它登录的人立刻退出，改用密码登录；已有的关联全部解除。',
    'Remove “{title}”? Whoever it let in is signed out and uses the password; all links end.',
  ),
  fits: text('通过', 'Fits'),
  fails: text('不行', 'Fails'),
  gone: text('没有这个统一认证', 'There is no such provider'),
  people: text('已关联的人员', 'People linked'),
  nobody: text('还没有人用它登录过', 'Nobody has signed in with it yet'),
  find: text('姓名、用户名或编号', 'Name, user name or id'),
  name: text('姓名', 'Name'),
  userName: text('用户名', 'User name'),
  subject: text('统一认证里的编号', 'Id at the provider'),
  since: text('关联于', 'Since'),
  unlink: text('解除关联', 'Unlink'),
  unlinked: text('已解除', 'Unlinked'),
  unlinkSure: text(
    '解除{name}的关联？用统一认证打开的登录立刻结束，下次登录重新关联。',
    'Unlink {name}? Sessions opened by the provider end at once; the next sign-in links anew.',
  ),
})

const { actions } = singleSignOn
const invalidates = ['/single-sign-on']
type Row = RowOf<typeof actions.listLinks>

/** One provider: its settings, a trial, and who is who there. */
export default function ProviderPage() {
  const t = useText(messages)
  const providerId = useParam('providerId')
  const { data, error, isPending, refetch } = useRead(actions.listProviders, {})
  const provider = data?.items.find(({ id }) => id === providerId)
  return (
    <Page
      title={provider?.title ?? t('list')}
      width="wide"
      trail={[{ title: messages.list, to: '/single-sign-on' }]}
    >
      {isPending ? <Loading /> : null}
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data && !provider ? <Empty icon="key" title={t('gone')} /> : null}
      {provider ? (
        <div className="hq-stack">
          <Card provider={provider} />
          <Links providerId={provider.id} />
        </div>
      ) : null}
    </Page>
  )
}

function Card({ provider }: { provider: Provider }) {
  const t = useText(messages)
  const go = useGo()
  const [changing, setChanging] = useState(false)
  const one = { providerId: provider.id }
  const test = useWrite(actions.tryProvider, {})
  const remove = useWrite(actions.removeProvider, {
    invalidates,
    success: t('removed'),
    onDone: () => go('/single-sign-on'),
  })
  return (
    <Section>
      <div className="hq-stack">
        <Facts
          items={[
            { title: t('issuer'), value: provider.issuer, wide: true },
            { title: t('state'), value: <ProviderState provider={provider} /> },
            { title: t('clientId'), value: provider.clientId },
            { title: t('claim'), value: provider.claim },
            { title: t('secondFactor'), value: t(provider.secondFactorByProvider ? 'theirs' : 'ours') },
          ]}
        />
        <div className="hq-row">
          <Button type="primary" loading={test.isPending} onClick={() => test.mutate(one)}>
            {t('test')}
          </Button>
          <Button onClick={() => setChanging(true)}>{t('change')}</Button>
          <ConfirmButton
            question={t('removeSure', { title: provider.title })}
            yes={t('remove')}
            onConfirm={() => remove.mutateAsync(one)}
          >
            {t('remove')}
          </ConfirmButton>
        </div>
        {test.data ? <Found words={test.data.words} /> : null}
      </div>
      <SidePanel open={changing} title={t('change')} onClose={() => setChanging(false)}>
        {changing ? <ProviderForm provider={provider} onDone={() => setChanging(false)} /> : null}
      </SidePanel>
    </Section>
  )
}

type Words = { tone: 'good' | 'bad'; words: { zh: string; en: string } }[]

function Found({ words }: { words: Words }) {
  const t = useText(messages)
  const say = useLocalised()
  return (
    <ul className="hq-stack" aria-live="polite">
      {words.map((one) => (
        <li key={one.words.zh} className="hq-row">
          <StateTag tone={one.tone} title={t(one.tone === 'good' ? 'fits' : 'fails')} />
          <span>{say(one.words)}</span>
        </li>
      ))}
    </ul>
  )
}

function Links({ providerId }: { providerId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const part = useWrite(actions.unlink, { invalidates, success: t('unlinked') })
  return (
    <Section title={t('people')} look="plain">
      <DataTable
        name="single-sign-on.links"
        title={messages.people}
        read={actions.listLinks}
        input={{ providerId }}
        search={t('find')}
        searchAs="search"
        empty={{ icon: 'people', title: messages.nobody }}
        columns={[
          { key: 'name', title: messages.name, render: (row: Row) => row.name },
          { key: 'user', title: messages.userName, render: (row: Row) => row.userName },
          {
            key: 'subject',
            title: messages.subject,
            render: (row: Row) => <LongName>{row.subject}</LongName>,
          },
          { key: 'since', title: messages.since, render: (row: Row) => format.when(row.linkedAt) },
          {
            key: 'do',
            title: '',
            card: 'bare',
            align: 'right',
            render: (row: Row) => (
              <ConfirmButton
                type="text"
                question={t('unlinkSure', { name: row.name })}
                yes={t('unlink')}
                onConfirm={() => part.mutateAsync({ linkId: row.id })}
              >
                {t('unlink')}
              </ConfirmButton>
            ),
          },
        ]}
      />
    </Section>
  )
}
