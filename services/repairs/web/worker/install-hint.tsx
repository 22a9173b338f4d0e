import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useInstall } from '#kernel/web/offline/install.ts'

const messages = defineMessages({
  why: text('装到手机桌面，没有信号也能打开', 'Put it on the home screen: it opens without a signal too'),
  install: text('安装到手机', 'Install'),
  byHand: text(
    '用 Safari 打开，点“分享”，再点“添加到主屏幕”',
    'In Safari tap “Share”, then “Add to Home Screen”',
  ),
  no: text('不用了', 'No, thanks'),
})

/** Once: how to have it on the phone. */
export function InstallHint() {
  const t = useText(messages)
  const { way, dismiss } = useInstall()
  if (!way) return null
  return (
    <section className="install-hint" aria-label={t('install')}>
      <p>
        {t('why')}
        {way.by === 'hand' ? <small className="hq-soft"> {t('byHand')}</small> : null}
      </p>
      <div className="task-ways-out">
        {way.by === 'button' ? (
          <button type="button" className="task-button" onClick={way.install}>
            {t('install')}
          </button>
        ) : null}
        <button type="button" className="task-button" onClick={dismiss}>
          {t('no')}
        </button>
      </div>
    </section>
  )
}
