import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { roles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from './link-to.tsx'
import { LookMenu } from './look-menu.tsx'
import { defineMessages, useLocalised, useText } from './messages.ts'
import { useSession } from './use-session.ts'
import { useSignOut } from './use-sign-out.ts'

const messages = defineMessages({
  security: text('登录与安全', 'Sign-in and security'),
  passwordEnds: text('密码快到期，请更换', 'Your password ends soon'),
  tokens: text('我的令牌', 'My tokens'),
  settings: text('我的设置', 'My settings'),
  signOut: text('退出登录', 'Sign out'),
  account: text('账户：{name}', 'Account: {name}'),
})

/**
 * Who is signed in, as a button that opens language, look, settings and the way out. Plain elements: Ant Design's
 * popups would weigh a tenth of the first load and are needed nowhere else on it.
 */
export function UserMenu({ folded }: { folded: boolean }) {
  const t = useText(messages)
  const localised = useLocalised()
  const session = useSession()
  const signOut = useSignOut()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const close = () => setOpen(false)
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    close()
    opener.current?.focus()
  }
  return (
    <div className="hq-user-box" ref={box}>
      {open ? (
        <div className="hq-user-menu">
          <div>
            <strong>{session.name}</strong>
            <div className="hq-faint">{session.unitName}</div>
          </div>
          <LookMenu />
          <LinkTo to="/me" onClick={close}>
            {t('settings')}
          </LinkTo>
          <LinkTo to="/me/security" onClick={close}>
            {t(session.passwordEndsAt ? 'passwordEnds' : 'security')}
          </LinkTo>
          <LinkTo to="/me/tokens" onClick={close}>
            {t('tokens')}
          </LinkTo>
          <button type="button" className="hq-quiet" onClick={() => void signOut()}>
            {t('signOut')}
          </button>
        </div>
      ) : null}
      <button
        ref={opener}
        type="button"
        className="hq-user"
        aria-expanded={open}
        aria-label={t('account', { name: session.name })}
        onClick={() => setOpen(!open)}
        onKeyDown={leave}
      >
        <span className="hq-avatar" aria-hidden="true">
          {session.name.slice(-1)}
        </span>
        {folded ? null : (
          <span className="hq-user-words">
            <span>{session.name}</span>
            <span className="hq-faint">
              {session.roles.map((role) => localised(roles[role])).join(' · ')}
            </span>
          </span>
        )}
      </button>
    </div>
  )
}
