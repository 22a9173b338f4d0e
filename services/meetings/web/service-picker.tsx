import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { type Service, services } from '../words.ts'

const messages = defineMessages({ services: text('需要的服务', 'Services') })

/** The services as tiles to switch on and off. */
export function ServicePicker({
  value,
  onChange,
}: {
  value: Service[]
  onChange: (next: Service[]) => void
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const toggle = (service: Service, on: boolean) =>
    onChange(on ? [...value, service] : value.filter((one) => one !== service))
  return (
    <fieldset className="meeting-services">
      <legend>{t('services')}</legend>
      {(Object.keys(services) as Service[]).map((service) => (
        <label key={service} className={value.includes(service) ? 'service service-on' : 'service'}>
          <input
            type="checkbox"
            checked={value.includes(service)}
            onChange={({ target }) => toggle(service, target.checked)}
          />
          {localised(services[service])}
        </label>
      ))}
    </fieldset>
  )
}
