import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback } from 'react'
import { text } from '#kernel/contract/text.ts'
import { fetchJson } from './fetch-json.ts'
import { defineMessages, useText } from './messages.ts'
import { useWaiting } from './offline/outbox.ts'
import { leaveDevice } from './offline/wipe.ts'
import { problemOf } from './problem-of.ts'
import { useSession } from './use-session.ts'

const messages = defineMessages({
  title: text(
    '还有 {n} 项没上传，仍要退出吗？',
    '{n} {n|entry|entries} not sent yet. Sign out all the same?',
  ),
  kept: text(
    '它们会留在这台手机上，别人看不到；您下次在这里登录后自动上传。',
    'They stay on this device, seen by nobody else, and go up when you sign in here again.',
  ),
  yes: text('退出', 'Sign out'),
  no: text('先不', 'Not now'),
})

/** Ends the session; the page is loaded afresh, so that nothing of this account stays in memory or on the device. */
export function useSignOut(): () => Promise<void> {
  const t = useText(messages)
  const client = useQueryClient()
  const { modal, notification } = App.useApp()
  const { userId } = useSession()
  const { waiting, refused } = useWaiting()
  const n = waiting + refused
  return useCallback(async () => {
    const words = { title: t('title', { n }), content: t('kept'), okText: t('yes'), cancelText: t('no') }
    if (n > 0 && !(await modal.confirm(words))) return
    try {
      await fetchJson('POST', '/api/auth/sign-out', {})
    } catch (error) {
      // Without the server the session cannot end, and saying it had would be a lie.
      const told = problemOf(error)
      notification.error({ title: told.title, description: told.detail, placement: 'top' })
      return
    }
    await leaveDevice(userId)
    client.clear()
    window.location.assign('/')
  }, [t, client, modal, notification, userId, n])
}
