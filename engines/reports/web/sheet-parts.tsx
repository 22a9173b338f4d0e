import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { chineseDate } from '../document/official-document.ts'
import { reports } from '../module.ts'
import { EditableLine } from './editor/editable-line.tsx'
import { editorMessages } from './editor/editor-messages.ts'
import type { Draft } from './editor/use-draft.ts'

type Report = OutputOf<typeof reports.actions.readReport>

/** Title and addressee at the top of the sheet, written in place. */
export function SheetHead({ report }: { report: Report }) {
  const t = useText(editorMessages)
  const client = useQueryClient()
  const { id: reportId, version, title, addressee } = report
  const editing = report.can.edit === true
  const save = useWrite(reports.actions.changeReport, {
    invalidates: ['/reports'],
    onDone: (answer) => client.setQueryData(['/reports/:reportId', { reportId }], answer),
  })
  return (
    <>
      {report.disclosure.documentNumber ? (
        <p className="rpt-docno">{report.disclosure.documentNumber}</p>
      ) : null}
      <h2 className="rpt-title">
        <EditableLine
          text={title}
          label={t('title')}
          editing={editing}
          maxLength={200}
          onDone={(next) => next && next !== title && save.mutate({ reportId, version, title: next })}
        />
      </h2>
      {editing || addressee ? (
        <p className="rpt-addressee">
          <EditableLine
            text={addressee ?? ''}
            label={t('addressee')}
            editing={editing}
            maxLength={200}
            onDone={(next) =>
              next !== (addressee ?? '') && save.mutate({ reportId, version, addressee: next || null })
            }
          />
          {addressee ? '：' : ''}
        </p>
      ) : null}
    </>
  )
}

/** Who signs, when; and in a draft the buttons that add or take away a section. */
export function SheetFoot({ report, draft }: { report: Report; draft: Draft }) {
  const t = useText(editorMessages)
  const { id: reportId, disclosure } = report
  const invalidates = ['/reports']
  const add = useWrite(reports.actions.addSection, { invalidates })
  const remove = useWrite(reports.actions.removeSection, { invalidates })
  const last = draft.sections.at(-1)
  const drop = async () => {
    if (last && (await draft.saveAll())) await remove.mutateAsync({ reportId, sectionId: last.id })
  }
  return (
    <>
      <div className="rpt-signature">
        <p>{disclosure.publisher ?? ''}</p>
        <p>{disclosure.writtenOn ? chineseDate(disclosure.writtenOn) : ''}</p>
      </div>
      {report.can.edit ? (
        <div className="hq-row rpt-sections">
          <Button loading={add.isPending} onClick={() => add.mutate({ reportId, heading: t('newSection') })}>
            {t('addSection')}
          </Button>
          {last && last.role === 'other' ? (
            <ConfirmButton
              type="text"
              question={t('removeSectionQuestion', { heading: last.heading })}
              yes={t('removeSection')}
              onConfirm={drop}
            >
              {t('removeSection')}
            </ConfirmButton>
          ) : null}
        </div>
      ) : null}
    </>
  )
}
