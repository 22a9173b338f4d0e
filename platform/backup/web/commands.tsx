import { Typography } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { Section } from '#ui/section.tsx'
import { messages } from './messages.ts'

/** How to restore, with the folder filled in. */
export function RestoreCommand({ folder }: { folder: string }) {
  const t = useText(messages)
  return (
    <Section title={t('restoreTitle')}>
      <p>{t('restoreWhat')}</p>
      <Typography.Text code copyable>
        {`npm run restore -- --from "${folder}" --to-latest --force`}
      </Typography.Text>
    </Section>
  )
}

/** What to run for a database that is not the embedded one. */
export function OwnTools({ commands }: { commands: readonly { what: string; command: string }[] }) {
  const t = useText(messages)
  return (
    <Section title={t('ownTitle')}>
      <p>{t('ownWhat')}</p>
      {commands.map(({ what, command }) => (
        <p key={command}>
          {what}
          <br />
          <Typography.Text code copyable>
            {command}
          </Typography.Text>
        </p>
      ))}
    </Section>
  )
}
