import { roles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { Page } from '#ui/page.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'
import { useFormat } from './format.ts'
import { LookMenu } from './look-menu.tsx'
import { defineMessages, useLocalised, useText } from './messages.ts'
import { useModules } from './shell-modules.ts'
import { useSession } from './use-session.ts'

const messages = defineMessages({
  title: text('我的设置', 'My settings'),
  account: text('账户', 'Account'),
  name: text('姓名', 'Name'),
  userName: text('用户名', 'User name'),
  unit: text('单位', 'Unit'),
  bureau: text('机构', 'Bureau'),
  roles: text('角色', 'Roles'),
  device: text('这台设备', 'This device'),
  deviceNote: text('语言与外观只影响这台设备。', 'Language and look concern this device only.'),
  security: text('登录与安全', 'Sign-in and security'),
  securityNote: text('密码、第二重验证、正在登录的设备', 'Password, second factor, where you are signed in'),
  passwordEnds: text(
    '您的密码到 {day} 为止，请尽早更换。',
    'Your password ends on {day}; change it in time.',
  ),
  tokens: text('我的令牌', 'My tokens'),
  data: text('我的个人信息', 'My personal data'),
  dataNote: text('取一份副本，申请更正或删除', 'Take a copy, ask for correction or deletion'),
  tokensNote: text('让程序以您的名义调用接口', 'Let programs call the API in your name'),
})

/** Who I am here, and how this device shows things. */
export default function MePage() {
  const t = useText(messages)
  const localised = useLocalised()
  const session = useSession()
  const own = useModules().flatMap((module) => module.own ?? [])
  const format = useFormat()
  const note = session.passwordEndsAt
    ? t('passwordEnds', { day: format.day(session.passwordEndsAt) })
    : t('securityNote')
  return (
    <Page title={t('title')} width="text" trail={[{ title: text('更多', 'More'), to: '/more' }]}>
      <div className="hq-stack">
        <Section title={t('account')}>
          <Facts
            items={[
              { title: t('name'), value: session.name },
              { title: t('userName'), value: session.userName },
              { title: t('unit'), value: session.unitName },
              { title: t('bureau'), value: session.bureau.name },
              { title: t('roles'), value: session.roles.map((role) => localised(roles[role])).join('、') },
            ]}
          />
        </Section>
        <Section title={t('device')}>
          <LookMenu />
          <p className="hq-faint">{t('deviceNote')}</p>
        </Section>
        <Tiles>
          <Tile to="/me/security" icon="safety" title={t('security')} note={note} />
          <Tile to="/me/tokens" icon="key" title={t('tokens')} note={t('tokensNote')} />
          <Tile to="/me/personal-data" icon="person" title={t('data')} note={t('dataNote')} />
          {own.map((page) => (
            <Tile key={page.path} to={page.path} icon={page.icon} title={page.title} note={page.note} />
          ))}
        </Tiles>
      </div>
    </Page>
  )
}
