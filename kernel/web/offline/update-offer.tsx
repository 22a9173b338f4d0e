import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '../messages.ts'
import { changeVersion, useNewVersion } from './register-worker.ts'

const messages = defineMessages({ offer: text('新版本，点这里更新', 'New version: tap to update') })

/** Offers a newer version; nothing is loaded afresh under the reader's finger. */
export function UpdateOffer() {
  const t = useText(messages)
  const worker = useNewVersion()
  if (!worker) return null
  return (
    <button type="button" className="hq-connection hq-update" onClick={() => changeVersion(worker)}>
      {t('offer')}
    </button>
  )
}
