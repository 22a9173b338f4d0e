import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'
import { LookMenu } from './look-menu.tsx'
import { groupTitles, menuOf } from './menu.ts'
import { defineMessages, useText } from './messages.ts'
import { useModules } from './shell-modules.ts'
import { useSession } from './use-session.ts'
import { useSignOut } from './use-sign-out.ts'

const messages = defineMessages({
  title: text('更多', 'More'),
  settings: text('我的设置', 'My settings'),
  device: text('这台设备', 'This device'),
  signOut: text('退出登录', 'Sign out'),
})

/** On a phone: the whole menu, the look of the device, the way out. */
export default function MorePage() {
  const t = useText(messages)
  const session = useSession()
  const menu = menuOf(useModules(), session)
  const signOut = useSignOut()
  return (
    <Page title={t('title')} subtitle={`${session.name} · ${session.unitName ?? session.bureau.name}`}>
      <div className="hq-stack">
        {menu.map(({ group, entries }) => (
          <Section key={group} title={groupTitles[group]} look="plain">
            <Tiles>
              {entries.map((entry) => (
                <Tile key={entry.path} to={entry.path} icon={entry.icon} title={entry.title} />
              ))}
            </Tiles>
          </Section>
        ))}
        <Section title={t('device')}>
          <LookMenu />
        </Section>
        <Tiles>
          <Tile to="/me" icon="person" title={messages.settings} />
        </Tiles>
        <Button size="large" block onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </div>
    </Page>
  )
}
