import { CameraOutlined, CloseOutlined } from '@ant-design/icons'
import { useId, useRef, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { shrinkPicture } from './shrink-picture.ts'

const messages = defineMessages({
  add: text('拍照或选图', 'Take or choose photos'),
  addFile: text('选择文件', 'Choose files'),
  remove: text('移除 {name}', 'Remove {name}'),
  sending: text('正在上传', 'Uploading'),
  retry: text('重传', 'Try again'),
  full: text('最多 {n} 张', 'At most {n}'),
})

export interface Uploaded {
  id: string
  /** Shown as the thumbnail; the picture chosen is shown when absent. */
  thumbnail?: string
  name?: string
}

export interface UploaderProps {
  value: readonly Uploaded[]
  onChange: (value: Uploaded[]) => void
  /** Sends one file and gives its id; `useUpload(module.actions.addPhoto, {…})` with a `.then`. */
  upload: (file: Blob, fileName: string) => Promise<Uploaded>
  max?: number
  /** `image/*` when absent. */
  accept?: string
  /** Says what the photos are of, for screen readers. */
  label: string
}

interface Going {
  key: string
  file: File
  preview: string
  failed?: string
}

/** Photos: camera or album, made smaller before sending, thumbnails at once, each removable, each retried alone. */
export function Uploader({ value, onChange, upload, max = 9, accept = 'image/*', label }: UploaderProps) {
  const t = useText(messages)
  const id = useId()
  const [going, setGoing] = useState<Going[]>([])
  // Several uploads end in any order; each must add to the newest list.
  const newest = useRef(value)
  newest.current = value
  const [previews, setPreviews] = useState<Record<string, string>>({})

  const send = async (one: Going) => {
    setGoing((all) => all.map((g) => (g.key === one.key ? { ...g, failed: undefined } : g)))
    try {
      const { blob, name } = await shrinkPicture(one.file)
      const done = await upload(blob, name)
      setPreviews((all) => ({ ...all, [done.id]: one.preview }))
      newest.current = [...newest.current, { name, ...done }]
      onChange([...newest.current])
      setGoing((all) => all.filter((g) => g.key !== one.key))
    } catch (error) {
      const failed = problemOf(error).title
      setGoing((all) => all.map((g) => (g.key === one.key ? { ...g, failed } : g)))
    }
  }
  const add = (files: FileList | null) => {
    const room = Math.max(0, max - value.length - going.length)
    const chosen = [...(files ?? [])].slice(0, room).map((file, index) => ({
      key: `${Date.now()}-${index}`,
      file,
      preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : '',
    }))
    setGoing((all) => [...all, ...chosen])
    for (const one of chosen) void send(one)
  }
  const room = value.length + going.length < max
  return (
    <fieldset className="hq-uploader" aria-label={label}>
      {value.map((file) => (
        <figure key={file.id} className="hq-thumb">
          <Picture src={file.thumbnail ?? previews[file.id]} name={file.name ?? label} />
          <button
            type="button"
            aria-label={t('remove', { name: file.name ?? label })}
            onClick={() => onChange(value.filter((other) => other.id !== file.id))}
          >
            <CloseOutlined />
          </button>
        </figure>
      ))}
      {going.map((one) => (
        <figure key={one.key} className="hq-thumb hq-thumb-going">
          <Picture src={one.preview} name={one.file.name} />
          {one.failed ? (
            <>
              <button
                type="button"
                className="hq-thumb-retry"
                title={one.failed}
                onClick={() => void send(one)}
              >
                {t('retry')}
              </button>
              <button
                type="button"
                aria-label={t('remove', { name: one.file.name })}
                onClick={() => setGoing((all) => all.filter((g) => g.key !== one.key))}
              >
                <CloseOutlined />
              </button>
            </>
          ) : (
            <span className="hq-thumb-progress" role="status" aria-label={t('sending')} />
          )}
        </figure>
      ))}
      {room ? (
        <label className="hq-uploader-add" htmlFor={id}>
          <CameraOutlined />
          <span>{t(accept.startsWith('image') ? 'add' : 'addFile')}</span>
          <input
            id={id}
            type="file"
            accept={accept}
            multiple={max > 1}
            onChange={(event) => {
              add(event.target.files)
              event.target.value = ''
            }}
          />
        </label>
      ) : (
        <span className="hq-faint">{t('full', { n: max })}</span>
      )}
    </fieldset>
  )
}

function Picture({ src, name }: { src: string | undefined; name: string }) {
  return src ? <img src={src} alt={name} /> : <span className="hq-thumb-name">{name}</span>
}
