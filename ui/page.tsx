import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useId } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { usePhone } from './use-phone.ts'

const messages = defineMessages({
  back: text('返回', 'Back'),
  trail: text('位置', 'You are here'),
})

export interface PageAction {
  title: Text | string
  /** A handler, or an address to go to. */
  onClick?: () => void
  to?: string
  loading?: boolean
  disabled?: boolean
  danger?: boolean
  icon?: ReactNode
}

export interface PageProps {
  title: Text | string
  subtitle?: ReactNode
  /** The one primary action: at the thumb on a phone, top right on a desk. */
  action?: PageAction
  /** Further, quieter buttons beside it. */
  extra?: ReactNode
  /** Where this page hangs; the last one is where the phone's back arrow leads. */
  trail?: readonly { title: Text | string; to: string }[]
  /** `wide` for boards and tables, `text` for forms and reading. */
  width?: 'wide' | 'normal' | 'text'
  children: ReactNode
}

/** The frame of every page: title, where it hangs, one primary action. */
export function Page({ title, subtitle, action, extra, trail, width = 'normal', children }: PageProps) {
  const localised = useLocalised()
  const t = useText(messages)
  const phone = usePhone()
  const go = useGo()
  const heading = useId()
  const name = localised(title)
  useEffect(() => {
    document.title = `${name} · ${localised(productName)}`
  }, [name, localised])
  const up = trail?.at(-1)
  const primary = action ? (
    <Button
      type="primary"
      size={phone ? 'large' : 'middle'}
      block={phone}
      icon={action.icon}
      loading={action.loading}
      disabled={action.disabled}
      danger={action.danger}
      onClick={action.onClick ?? (() => go(action.to ?? '/'))}
    >
      {localised(action.title)}
    </Button>
  ) : null
  return (
    <article className={`hq-page hq-page-${width}`} aria-labelledby={heading}>
      <header className="hq-page-head">
        {phone && up ? (
          <LinkTo to={up.to} className="hq-page-back" label={t('back')}>
            <ArrowLeftOutlined />
          </LinkTo>
        ) : null}
        <div className="hq-page-names">
          {!phone && trail?.length ? (
            <nav className="hq-trail" aria-label={t('trail')}>
              {trail.map((step) => (
                <LinkTo key={step.to} to={step.to}>
                  {localised(step.title)}
                </LinkTo>
              ))}
            </nav>
          ) : null}
          <h1 id={heading} title={name}>
            {name}
          </h1>
          {subtitle ? <div className="hq-page-subtitle">{subtitle}</div> : null}
        </div>
        <div className="hq-page-actions">
          {extra}
          {phone ? null : primary}
        </div>
      </header>
      <div className="hq-page-body">{children}</div>
      {phone && primary ? <div className="hq-page-thumb">{primary}</div> : null}
    </article>
  )
}

/** The product's name, as it stands in browser tabs and on the sign-in page. */
export const productName = text('机关后勤服务云', 'Houqin Service Cloud')
