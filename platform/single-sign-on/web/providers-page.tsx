import { Typography } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { OpenNetworks } from '#platform/outbound/web/open-networks.tsx'
import { Page } from '#ui/page.tsx'
import { ReadTable } from '#ui/read-table.tsx'
import { LongName, Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { singleSignOn } from '../module.ts'
import { type Provider, ProviderForm } from './provider-form.tsx'

const messages = defineMessages({
  title: text('单点登录', 'Single sign-on'),
  note: text(
    '让大家用机关的统一认证登录（OpenID Connect）。密码登录始终保留。',
    'People sign in with the agency’s own service (OpenID Connect). The password stays as a way in.',
  ),
  add: text('接入', 'Add'),
  callback: text('回调地址', 'Callback address'),
  callbackNote: text(
    '请统一认证的管理员把它登记为回调地址（redirect_uri）。大家平时用哪个地址打开本系统，就在那个地址打开本页来复制。',
    'The administrators of the provider register it as redirect_uri. Copy it while this page is open at the address people use.',
  ),
  name: text('名称', 'Name'),
  issuer: text('认证地址', 'Issuer'),
  people: text('已关联', 'Linked'),
  state: text('状态', 'State'),
  none: text('还没有接入统一认证', 'No provider yet'),
  next: text(
    '请向统一认证的管理员要认证地址、客户端标识和密钥。',
    'Ask the administrators of the provider for issuer, client ID and secret.',
  ),
})

const stateMessages = defineMessages({
  on: text('登录页可用', 'On the sign-in page'),
  off: text('未启用', 'Off'),
})

export function ProviderState({ provider }: { provider: Provider }) {
  const t = useText(stateMessages)
  return <StateTag tone={provider.enabled ? 'good' : 'ended'} title={t(provider.enabled ? 'on' : 'off')} />
}

/** The providers a bureau believes, and what they must know of us. */
export default function ProvidersPage() {
  const t = useText(messages)
  const go = useGo()
  const [adding, setAdding] = useState(false)
  const list = useRead(singleSignOn.actions.listProviders, {})
  return (
    <Page
      title={t('title')}
      subtitle={t('note')}
      action={{ title: t('add'), onClick: () => setAdding(true) }}
    >
      <div className="hq-stack">
        <ReadTable
          read={list}
          empty={{ icon: 'key', title: t('none'), next: t('next') }}
          label={t('title')}
          rowKey={(row) => row.id}
          onOpen={(row) => go(`/single-sign-on/${row.id}`)}
          columns={[
            { key: 'name', title: t('name'), render: (row: Provider) => row.title },
            {
              key: 'state',
              title: t('state'),
              card: 'mark',
              render: (row) => <ProviderState provider={row} />,
            },
            { key: 'issuer', title: t('issuer'), render: (row) => <LongName>{row.issuer}</LongName> },
            { key: 'people', title: t('people'), align: 'right', render: (row) => row.links },
          ]}
        />
        <Section title={t('callback')}>
          <div className="hq-stack hq-stack-tight">
            <Typography.Text code copyable style={{ overflowWrap: 'anywhere' }}>
              {`${window.location.origin}/api/auth/single-sign-on/callback`}
            </Typography.Text>
            <p className="hq-faint">{t('callbackNote')}</p>
            {list.data ? <OpenNetworks list={list.data.allowedNetworks} /> : null}
          </div>
        </Section>
      </div>
      <SidePanel open={adding} title={t('add')} onClose={() => setAdding(false)}>
        {adding ? <ProviderForm provider={null} onDone={(id) => go(`/single-sign-on/${id}`)} /> : null}
      </SidePanel>
    </Page>
  )
}
