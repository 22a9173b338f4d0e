import { text } from '#kernel/contract/text.ts'
import { Page } from '#ui/page.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'

export const settingsTrail = [
  { title: text('消息设置', 'Notification settings'), to: '/notification-settings' },
]

/** The administrator's ways in to everything about telling people. */
export default function SettingsPage() {
  const at = (page: string) => `/notification-settings/${page}`
  return (
    <Page title={text('消息设置', 'Notification settings')} width="text">
      <Tiles>
        <Tile
          to={at('mail')}
          icon="settings"
          title={text('邮件服务器', 'Mail server')}
          note={text('地址、加密、账号、试发', 'Address, encryption, account, a test')}
        />
        <Tile
          to={at('mailboxes')}
          icon="people"
          title={text('公共邮箱和群机器人', 'Shared mailboxes and robots')}
          note={text('企业微信、钉钉、飞书群，岗位邮箱', 'WeCom, DingTalk and Feishu groups, role mailboxes')}
        />
        <Tile
          to={at('defaults')}
          icon="tasks"
          title={text('岗位默认值', 'The usual of a role')}
          note={text('每个岗位收哪些、哪些必收', 'What each role hears of, and what it must')}
        />
        <Tile
          to={at('log')}
          icon="history"
          title={text('发送记录', 'Sending log')}
          note={text('是否送达、退回的原因、重发', 'What arrived, why it did not, send again')}
        />
      </Tiles>
    </Page>
  )
}
