import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { call } from '#kernel/contract/client.ts'
import { reports } from '../module.ts'

type Report = OutputOf<typeof reports.actions.readReport>

const ignoredName = (reportId: string) => `hq.reports.ignored.${reportId}`

function readIgnored(reportId: string): string[] {
  return JSON.parse(localStorage.getItem(ignoredName(reportId)) ?? '[]') as string[]
}

/** What helps the writer: shortfalls to take into the text, and what must be put right. Asked for apart from the text. */
export function useAdvice(report: Report) {
  const live = report.can.compare !== true
  const [ignored, setIgnored] = useState(() => readIgnored(report.id))
  const suggested = useQuery({
    queryKey: ['report suggestions', report.id],
    queryFn: () => call(reports.actions.listSuggestions, { reportId: report.id }),
    enabled: live,
  })
  const findings = useQuery({
    queryKey: ['report findings', report.id],
    queryFn: () => call(reports.actions.checkReport, { reportId: report.id }),
    enabled: live,
  })
  const keep = (keys: string[]) => {
    localStorage.setItem(ignoredName(report.id), JSON.stringify(keys))
    setIgnored(keys)
  }
  const all = suggested.data?.items ?? []
  return {
    suggested,
    findings,
    suggestions: all.filter(({ key }) => !ignored.includes(key)),
    ignored: all.filter(({ key, accepted }) => ignored.includes(key) && !accepted),
    ignore: (key: string) => keep([...ignored, key]),
    restore: () => keep([]),
  }
}

export type Advice = ReturnType<typeof useAdvice>
