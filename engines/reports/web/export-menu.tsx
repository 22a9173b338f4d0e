import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { addressOf } from '#kernel/contract/client.ts'
import { useText } from '#kernel/web/messages.ts'
import { reports } from '../module.ts'
import { messages } from './messages.ts'

/** The report as an official document, its figures as a sheet, or on paper; what is being written is kept first. */
export function ExportMenu({ reportId, before }: { reportId: string; before: () => Promise<boolean> }) {
  const t = useText(messages)
  const { exportDocument, exportFigures, printReport } = reports.actions
  const open = async (address: string) => {
    await before()
    window.location.assign(address)
  }
  const print = () => {
    // Opened at once: a window that waits for an answer is taken for a pop-up and blocked.
    const view = window.open('about:blank', '_blank')
    void before().then(() => {
      if (view) view.location.href = addressOf(printReport, { reportId })
    })
  }
  const items = [
    {
      key: 'docx',
      label: t('asDocument'),
      onClick: () => void open(addressOf(exportDocument, { reportId })),
    },
    {
      key: 'xlsx',
      label: t('asSheet'),
      onClick: () => void open(addressOf(exportFigures, { reportId, format: 'xlsx' })),
    },
    { key: 'print', label: t('print'), onClick: print },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={<DownloadOutlined />}>{t('export')}</Button>
    </Dropdown>
  )
}
