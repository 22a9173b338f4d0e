import { useQueryClient } from '@tanstack/react-query'
import { Badge, Button, Tabs } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { Page } from '#ui/page.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { usePhone } from '#ui/use-phone.ts'
import type { reports } from '../module.ts'
import { reportStates } from '../states.ts'
import { DifferencesPanel } from './differences-panel.tsx'
import { DisclosurePanel } from './disclosure-panel.tsx'
import type { FigureShelf } from './editor/figure-words.ts'
import { ReportEditor } from './editor/report-editor.tsx'
import { useDraft } from './editor/use-draft.ts'
import { ExportMenu } from './export-menu.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { messages } from './messages.ts'
import { ReportSteps } from './report-steps.tsx'
import './reports.css'
import './sheet.css'
import { SheetFoot, SheetHead } from './sheet-parts.tsx'
import { SuggestionsPanel } from './suggestions-panel.tsx'
import { useAdvice } from './use-advice.ts'
import { useWide } from './use-wide.ts'

export type Report = OutputOf<typeof reports.actions.readReport>

/** A report on its sheet, with what helps to write it beside it. */
export default function ReportView({ report, reload }: { report: Report; reload: () => void }) {
  const t = useText(messages)
  const client = useQueryClient()
  const format = useFormat()
  const wide = useWide()
  const phone = usePhone()
  const [tab, setTab] = useState<string>()
  const advice = useAdvice(report)
  const { refetch } = advice.findings
  const onKept = useCallback(() => {
    void refetch()
    void client.invalidateQueries({ queryKey: ['/reports/:reportId'] })
  }, [client, refetch])
  const draft = useDraft(report, onKept)
  const shelf: FigureShelf = useMemo(
    () => ({
      figures: new Map(report.figures.map((figure) => [figure.key, figure])),
      period: { from: report.from, to: report.cutoffOn },
    }),
    [report],
  )
  const frozen = report.can.compare === true
  const open = advice.suggestions.filter(({ accepted }) => !accepted)
  const found = advice.findings.data?.items ?? []
  const count = (words: string, n: number, heavy = false) => (
    <Badge count={n} size="small" offset={[8, 0]} color={heavy ? undefined : 'var(--ink-faint)'}>
      {words}
    </Badge>
  )
  const tabs = [
    ...(frozen
      ? [{ key: 'differences', label: t('differences'), children: <DifferencesPanel reportId={report.id} /> }]
      : [
          {
            key: 'suggestions',
            label: count(t('suggestions'), open.length),
            children: <SuggestionsPanel report={report} advice={advice} draft={draft} />,
          },
          {
            key: 'findings',
            label: count(
              t('findings'),
              found.length,
              found.some(({ weight }) => weight === 'block'),
            ),
            children: <FindingsPanel findings={advice.findings} />,
          },
        ]),
    { key: 'figures', label: t('figures'), children: <FiguresPanel report={report} frozen={frozen} /> },
    { key: 'disclosure', label: t('disclosure'), children: <DisclosurePanel report={report} /> },
  ]
  const current = tab ?? (wide ? tabs[0]?.key : undefined)
  const steps = (
    <ReportSteps report={report} draft={draft} reload={reload} onBlocked={() => setTab('findings')} />
  )
  return (
    <Page
      title={report.title}
      trail={[{ title: t('reports'), to: '/reports' }]}
      width="wide"
      subtitle={
        <span className="hq-row">
          <StateTag machine={reportStates} state={report.state} />
          <span>
            {t('cutoffAt', { words: report.cutoffWords, day: format.day(report.cutoffOn, 'plain') })}
          </span>
          <span>{t('draftedBy', { who: report.createdBy })}</span>
          {report.frozenBy ? <span>{t('frozenByWho', { who: report.frozenBy })}</span> : null}
          {report.voidedReason ? <span>{t('voidedBecause', { reason: report.voidedReason })}</span> : null}
        </span>
      }
      extra={
        <>
          <ExportMenu reportId={report.id} before={draft.saveAll} />
          {phone ? null : steps}
        </>
      }
    >
      <div className="rpt-layout">
        <div className="rpt-main">
          {wide ? null : (
            <div className="rpt-tabs-phone">
              {tabs.map(({ key, label }) => (
                <Button key={key} onClick={() => setTab(key)}>
                  {label}
                </Button>
              ))}
            </div>
          )}
          <ReportEditor
            draft={draft}
            shelf={shelf}
            frozen={frozen}
            head={<SheetHead report={report} />}
            foot={<SheetFoot report={report} draft={draft} />}
          />
        </div>
        {wide ? (
          <aside className="rpt-aside">
            <Tabs activeKey={current} onChange={setTab} items={tabs} size="small" destroyOnHidden />
          </aside>
        ) : (
          <SidePanel
            open={current !== undefined}
            title={tabs.find(({ key }) => key === current)?.label}
            onClose={() => setTab(undefined)}
          >
            {tabs.find(({ key }) => key === current)?.children}
          </SidePanel>
        )}
      </div>
      {phone ? <div className="hq-page-thumb rpt-steps">{steps}</div> : null}
    </Page>
  )
}
