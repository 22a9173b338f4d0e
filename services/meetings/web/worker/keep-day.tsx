import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiProblem, call } from '#kernel/contract/client.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { meetings } from '../../module.ts'

/** Milliseconds after which a task is read again, and after which what could not be read is tried again. */
const freshMs = 15 * 60_000
const patienceMs = 30_000

/** Has every task of the day on the phone with its checklist, before the way into a room without signal begins. */
export default function KeepDay() {
  const client = useQueryClient()
  const day = useRead(meetings.actions.listMyTasks, {})
  const [round, setRound] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = async () => {
      for (const { id: taskId } of day.data?.items ?? []) {
        const key = [meetings.actions.readTask.path, { taskId }] as const
        client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
        try {
          await client.fetchQuery({
            queryKey: key,
            queryFn: ({ signal }) => call(meetings.actions.readTask, { taskId }, { signal }),
            staleTime: freshMs,
            retry: false,
          })
        } catch (error) {
          console.debug('a task could not be kept', error)
          if (error instanceof ApiProblem && error.body.status < 500) continue
          timer = setTimeout(() => setRound(round + 1), patienceMs)
          return
        }
      }
    }
    void keep()
    return () => clearTimeout(timer)
  }, [day.data, client, round])
  return null
}
